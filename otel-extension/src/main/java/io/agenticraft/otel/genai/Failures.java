package io.agenticraft.otel.genai;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Failures of telemetry itself, which never reach the host: they are counted, and named in the log at most once a
 * minute, without their messages, which might quote what was being observed.
 */
public final class Failures {
    private static final Failures SHARED = new Failures(System::nanoTime, Failures::log);
    private static final long SILENCE = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier nanoClock;
    private final java.util.function.Consumer<String> log;
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong nextLine;

    Failures(LongSupplier nanoClock, java.util.function.Consumer<String> log) {
        this.nanoClock = nanoClock;
        this.log = log;
        nextLine = new AtomicLong(nanoClock.getAsLong());
    }

    /** Counts a failure. */
    public static void count(Throwable failure) {
        SHARED.add(failure);
    }

    /** How many there were in this class loader's life. */
    public static long total() {
        return SHARED.count.get();
    }

    void add(Throwable failure) {
        long total = count.incrementAndGet();
        long now = nanoClock.getAsLong();
        long due = nextLine.get();
        if (now - due >= 0 && nextLine.compareAndSet(due, now + SILENCE)) {
            log.accept("Telemetry failed and was left out, " + total + " times so far; last: " + describe(failure));
        }
    }

    long count() {
        return count.get();
    }

    private static String describe(Throwable failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        return failure.getClass().getName() + (stack.length == 0 ? "" : " at " + stack[0]);
    }

    private static void log(String line) {
        try {
            System.getLogger("io.agenticraft.otel").log(System.Logger.Level.WARNING, line);
        } catch (RuntimeException | LinkageError e) {
            // A host whose logging is broken has other worries.
        }
    }
}
