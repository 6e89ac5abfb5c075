package io.agenticraft.javaagent.core;

import io.agenticraft.javaagent.Console;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Counts what went wrong in one handler, and says so at most once a minute. */
final class FailureCount {
    private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final String handler;
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong quietUntil;
    private final LongSupplier nanos;

    FailureCount(String handler, LongSupplier nanos) {
        this.handler = handler;
        this.nanos = nanos;
        quietUntil = new AtomicLong(nanos.getAsLong());
    }

    void add(Throwable failure) {
        long failures = count.incrementAndGet();
        long now = nanos.getAsLong();
        long until = quietUntil.get();
        if (now - until >= 0 && quietUntil.compareAndSet(until, now + PAUSE_NANOS)) {
            Console.line(handler + " failed, " + failures + " times so far; the host runs on: " + failure);
        }
    }
}
