package io.agenticraft.batch;

import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes a batch's results, in order and one at a time, on the agent's executor. */
interface Receiver {

    /** May block, which holds the batch; if it throws, the batch fails. */
    void onResult(BatchResult result);

    /** Once, after everything else; {@code failure} is null at a good end. What it throws is only logged. */
    void onEnd(@Nullable Throwable failure);

    static Receiver of(Consumer<? super BatchResult> consumer) {
        Objects.requireNonNull(consumer, "consumer");
        return new Receiver() {
            @Override
            public void onResult(BatchResult result) {
                consumer.accept(result);
            }

            @Override
            public void onEnd(@Nullable Throwable failure) {
                // the future says it
            }
        };
    }
}
