package io.agenticraft.batch;

import io.agenticraft.agent.RunOptions;
import io.agenticraft.model.Message;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One item of a batch.
 *
 * @param id names it in its result, or null
 * @param input what is said to the agent
 * @param options what differs for this item; null: what holds for the whole batch
 */
public record BatchRequest(
        @Nullable String id, List<Message> input, @Nullable RunOptions options) {
    public BatchRequest {
        input = List.copyOf(input);
    }

    /** A prompt without a name. */
    public static BatchRequest of(String prompt) {
        return new BatchRequest(null, List.of(Message.user(prompt)), null);
    }

    /** A prompt with a name. */
    public static BatchRequest of(String id, String prompt) {
        return new BatchRequest(Objects.requireNonNull(id, "id"), List.of(Message.user(prompt)), null);
    }

    /** The same with options of its own, instead of the batch's. */
    public BatchRequest with(RunOptions value) {
        return new BatchRequest(id, input, value);
    }
}
