package io.agenticraft.batch;

import io.agenticraft.agent.RunResult;
import org.jspecify.annotations.Nullable;

/**
 * What became of one item: exactly one of {@code result} and {@code failure} is set.
 *
 * @param index the item's place in the batch, from 0
 * @param id the item's name, or null where it has none
 * @param result what the run came to, or null
 * @param failure why there is no result, or null
 * @param attempts how often the item was run; more than once only after a provider's limit
 */
public record BatchResult(
        long index,
        @Nullable String id,
        @Nullable RunResult result,
        @Nullable Throwable failure,
        int attempts) {
    public BatchResult {
        if ((result == null) == (failure == null)) {
            throw new IllegalArgumentException("An item has either a result or a failure");
        }
    }

    public boolean succeeded() {
        return result != null;
    }
}
