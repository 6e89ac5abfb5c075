package io.agenticraft.comparison;

import java.util.concurrent.CompletableFuture;

/** One run of a library, again and again. It fails if the answer is not the one that the server gives. */
sealed interface Work {

    /** A run that returns at once. */
    @FunctionalInterface
    non-sealed interface Async extends Work {
        CompletableFuture<?> start();
    }

    /** A run that its thread waits for. */
    @FunctionalInterface
    non-sealed interface Blocking extends Work {
        void run() throws Exception;
    }

    /** What every run must hear, or it was not the run that was meant. */
    static void check(Scenario scenario, String text) {
        String expected = scenario == Scenario.STREAM ? Canned.STREAMED : Canned.ANSWER;
        if (!expected.equals(text)) {
            throw new IllegalStateException("Not the canned answer: " + text);
        }
    }
}
