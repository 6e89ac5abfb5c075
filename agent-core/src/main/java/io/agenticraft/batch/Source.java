package io.agenticraft.batch;

import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where a batch's requests come from, read one by one. Used by one thread at a time. */
final class Source {
    final @Nullable Long total;

    private final Iterator<BatchRequest> requests;
    private final Runnable close;
    private final AtomicBoolean taken = new AtomicBoolean();
    private long read;
    private boolean closed;

    <T> Source(Iterator<T> items, Function<T, BatchRequest> request, Runnable close, @Nullable Long total) {
        Objects.requireNonNull(items, "items");
        this.requests = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return items.hasNext();
            }

            @Override
            public BatchRequest next() {
                return request.apply(
                        Objects.requireNonNull(items.next(), () -> "Item " + read + " of the batch is null"));
            }
        };
        this.close = close;
        this.total = total;
    }

    /** This source, for its only batch. */
    Source taken() {
        if (!taken.compareAndSet(false, true)) {
            throw new IllegalStateException(
                    "These prompts were read by another batch; only an Iterable can be read again");
        }
        return this;
    }

    /** The next item, or null if there is none. */
    @Nullable
    Item next() {
        if (!requests.hasNext()) {
            return null;
        }
        BatchRequest request = requests.next();
        return new Item(read++, request);
    }

    void close() {
        if (!closed) {
            closed = true;
            close.run();
        }
    }
}
