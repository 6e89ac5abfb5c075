package io.agenticraft.testing;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Assertions that JUnit lacks. */
public final class Check {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Check() {}

    public static void contains(String expected, @Nullable String actual) {
        if (actual == null || !actual.contains(expected)) {
            throw new AssertionError("Expected something with <" + expected + "> but was <" + actual + ">");
        }
    }

    public static void containsNot(String unwanted, @Nullable String actual) {
        if (actual != null && actual.contains(unwanted)) {
            throw new AssertionError("Expected nothing with <" + unwanted + "> but was <" + actual + ">");
        }
    }

    /** The cause, which must be there. */
    public static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        if (cause == null) {
            throw new AssertionError("Expected a cause", failure);
        }
        return cause;
    }

    /** Waits until the condition holds, at most 10 s. */
    public static void eventually(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not within " + PATIENCE.toSeconds() + " s: " + what);
            }
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("Interrupted while waiting: " + what, e);
            }
        }
    }
}
