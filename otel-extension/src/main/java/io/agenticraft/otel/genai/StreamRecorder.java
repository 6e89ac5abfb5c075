package io.agenticraft.otel.genai;

import java.lang.ref.Cleaner;
import org.jspecify.annotations.Nullable;

/**
 * Observes a stream that its consumer pulls. However it ends (read to the end, closed early, failed, or dropped unread
 * and unclosed), the call's span ends, once, with what had arrived. No method throws.
 */
public final class StreamRecorder {
    private final Inference inference;
    private final InferenceResponse arrived;
    private volatile Cleaner.@Nullable Cleanable watch;

    /**
     * @param inference the call
     * @param arrived a view over what has arrived up to now; must not lead to the object that is {@link #watch watched}
     */
    public StreamRecorder(Inference inference, InferenceResponse arrived) {
        this.inference = inference;
        this.arrived = arrived;
    }

    /**
     * Ends the call as {@value GenAi#STREAM_ABANDONED} once {@code stream}, the object in the consumer's hands, can no
     * longer be reached. To be called once.
     */
    public void watch(Object stream) {
        try {
            Abandonment action = new Abandonment(inference, arrived);
            watch = Watches.CLEANER.register(stream, action);
        } catch (Throwable e) {
            Failures.count(e);
        }
    }

    /** A piece has come. */
    public void chunk() {
        inference.chunk();
    }

    /** The stream has been read to its end. */
    public void finished() {
        inference.end(arrived);
        unwatch();
    }

    /**
     * The stream has failed.
     *
     * @param code the provider's code of the failure, or null
     */
    public void failed(Throwable failure, @Nullable String code) {
        inference.fail(failure, code, arrived);
        unwatch();
    }

    /** The consumer has closed the stream; without effect if that was after its end. */
    public void closed() {
        inference.leave(GenAi.STREAM_CLOSED, arrived);
        unwatch();
    }

    /** Runs the action, which finds the call ended, and forgets it. */
    private void unwatch() {
        Cleaner.Cleanable watching = watch;
        if (watching != null) {
            watching.clean();
        }
    }

    private record Abandonment(Inference inference, InferenceResponse arrived) implements Runnable {
        @Override
        public void run() {
            inference.leave(GenAi.STREAM_ABANDONED, arrived);
        }
    }

    /** Starts its thread with the first stream. */
    private static final class Watches {
        static final Cleaner CLEANER = Cleaner.create();
    }
}
