package io.agenticraft.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the simulated model says, ready to be written in any dialect.
 *
 * @param reasoning its thoughts as tokens; empty when it shows none
 * @param text its words as tokens; empty when it only calls tools
 * @param stop the stop sequence that ended it
 */
record Answer(
        List<String> reasoning,
        List<String> text,
        List<Invocation> invocations,
        Finish finish,
        @Nullable String stop,
        Usage usage) {

    String wholeText() {
        return String.join("", text);
    }

    String wholeReasoning() {
        return String.join("", reasoning);
    }

    /** Why it ended. */
    enum Finish {
        END,
        LENGTH,
        STOP_SEQUENCE,
        TOOLS
    }

    /** A tool call with its arguments as JSON. */
    record Invocation(String id, String name, String arguments) {}

    /**
     * Tokens: {@code cached} is a part of {@code prompt}, {@code reasoning} a part of {@code output}.
     */
    record Usage(int prompt, int cached, int output, int reasoning) {}
}
