package io.agenticraft.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chat request asks for, whichever API it came through.
 *
 * @param streamUsage whether a stream is to end with the usage
 * @param choices how many answers are wanted
 * @param reasoning whether the answer is to show its reasoning
 */
record Call(
        String model,
        boolean stream,
        boolean streamUsage,
        int choices,
        boolean reasoning,
        Conversation conversation,
        Toolbox toolbox,
        Form form,
        Limits limits) {

    Call withReasoning() {
        return new Call(model, stream, streamUsage, choices, true, conversation, toolbox, form, limits);
    }

    /**
     * What was said so far.
     *
     * @param user the text of the last message of the user
     * @param outcomes the tool results that came after it, oldest first
     * @param tokens the estimated size of the whole prompt
     */
    record Conversation(String user, List<Outcome> outcomes, int tokens) {}

    /** A tool's result. */
    record Outcome(String tool, String content) {}

    /**
     * The tools on offer.
     *
     * @param required whether the answer must call one
     * @param forced the one that must be called
     * @param parallel whether several may be called at once
     */
    record Toolbox(
            List<Offer> offers, boolean required, @Nullable String forced, boolean parallel) {

        static final Toolbox EMPTY = new Toolbox(List.of(), false, null, false);
    }

    /** A tool on offer. */
    record Offer(String name, String description, JsonNode schema) {}

    /** The form of the answer: prose, any JSON object, or JSON that satisfies a schema. */
    record Form(boolean json, @Nullable JsonNode schema) {

        static final Form PROSE = new Form(false, null);
    }

    /** Where the answer ends at the latest. */
    record Limits(int maxTokens, List<String> stops) {}
}
