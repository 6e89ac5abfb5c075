package io.agenticraft.batch;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A batch's results, in order; {@link #hasNext} waits for the next. For one thread. It throws what ended the batch: the
 * failure of the source of prompts, after all results before it. An interrupted wait cancels the batch and throws a
 * {@link java.util.concurrent.CancellationException}, and the thread stays interrupted.
 */
public final class BatchResults implements Iterator<BatchResult>, AutoCloseable {
    /** How many results may wait here for their taker. */
    static final int AHEAD = 16;

    private record End(@Nullable Throwable failure) {}

    private final BlockingQueue<Object> arrived = new LinkedBlockingQueue<>();
    private final BatchRun run;
    private @Nullable Object next;

    BatchResults(Function<Receiver, BatchRun> batch) {
        run = batch.apply(new Receiver() {
            @Override
            public void onResult(BatchResult result) {
                arrived.add(result);
            }

            @Override
            public void onEnd(@Nullable Throwable failure) {
                arrived.add(new End(failure));
            }
        });
        run.begin();
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = take();
        }
        if (next instanceof End end && end.failure() != null) {
            throw Ends.unchecked(end.failure());
        }
        return next instanceof BatchResult;
    }

    private Object take() {
        try {
            return arrived.take();
        } catch (InterruptedException e) {
            run.cancel(true);
            Thread.currentThread().interrupt();
            return new End(new CancellationException("Interrupted while waiting for a batch"));
        }
    }

    @Override
    public BatchResult next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The batch has no more results");
        }
        BatchResult result = (BatchResult) Objects.requireNonNull(next);
        next = null;
        run.request(1);
        return result;
    }

    /** How far the batch has come. */
    public BatchProgress progress() {
        return run.progress();
    }

    /** Cancels the batch if it is still under way. */
    @Override
    public void close() {
        run.cancel(true);
    }
}
