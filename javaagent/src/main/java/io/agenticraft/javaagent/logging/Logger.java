package io.agenticraft.javaagent.logging;

import io.agenticraft.javaagent.Console;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Has those methods of java.util.logging.Logger which the agent's libraries call. Warnings go to the error stream, at
 * most one a minute from each logger; the rest goes nowhere.
 */
public final class Logger {
    private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final Map<String, Logger> LOGGERS = new ConcurrentHashMap<>();

    private final LongSupplier nanos;
    private final AtomicLong quietUntil;
    private final AtomicLong unsaid = new AtomicLong();

    Logger(LongSupplier nanos) {
        this.nanos = nanos;
        quietUntil = new AtomicLong(nanos.getAsLong());
    }

    /** All loggers of exporters are one: a backend that is down is one trouble, whoever notices it. */
    public static Logger getLogger(String name) {
        String group = name.contains(".export") ? "export" : name;
        return LOGGERS.computeIfAbsent(group, key -> new Logger(System::nanoTime));
    }

    /** Warnings and worse. */
    public boolean isLoggable(Level level) {
        return level.compareTo(Level.WARNING) >= 0 && level != Level.OFF;
    }

    public void log(Level level, String message) {
        log(level, message, (Throwable) null);
    }

    public void log(Level level, String message, @Nullable Object argument) {
        log(level, message, new Object[] {argument});
    }

    public void log(Level level, String message, @Nullable Object[] arguments) {
        if (isLoggable(level)) {
            log(level, filled(message, arguments), (Throwable) null);
        }
    }

    public void log(Level level, String message, @Nullable Throwable thrown) {
        if (!isLoggable(level)) {
            return;
        }
        long now = nanos.getAsLong();
        long until = quietUntil.get();
        if (now - until < 0 || !quietUntil.compareAndSet(until, now + PAUSE_NANOS)) {
            unsaid.incrementAndGet();
            return;
        }
        Console.line(text(message, thrown));
    }

    public void warning(String message) {
        log(Level.WARNING, message);
    }

    public void info(String message) {
        log(Level.INFO, message);
    }

    public void fine(String message) {
        log(Level.FINE, message);
    }

    private String text(String message, @Nullable Throwable thrown) {
        long left = unsaid.getAndSet(0);
        return message
                + (thrown == null ? "" : " (" + thrown + ")")
                + (left == 0 ? "" : " [" + left + " more like it]");
    }

    private static String filled(String message, @Nullable Object[] arguments) {
        String text = message;
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }
}
