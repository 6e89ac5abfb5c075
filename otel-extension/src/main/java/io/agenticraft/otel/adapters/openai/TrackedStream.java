package io.agenticraft.otel.adapters.openai;

import com.openai.core.http.StreamResponse;
import java.util.Spliterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The library's stream with a listener. Lazy where the original is lazy, and closed when it is closed. */
final class TrackedStream<T> implements StreamResponse<T> {
    private final StreamResponse<T> response;
    private final StreamListener<? super T> listener;

    TrackedStream(StreamResponse<T> response, StreamListener<? super T> listener) {
        this.response = response;
        this.listener = listener;
    }

    @Override
    public Stream<T> stream() {
        Stream<T> original = response.stream();
        // The original is asked for its elements only when a terminal operation asks for ours. Its characteristics
        // are those of every stream made from an iterator of unknown length.
        return StreamSupport.stream(
                        () -> new TrackedSpliterator<>(original.spliterator(), listener),
                        Spliterator.ORDERED,
                        original.isParallel())
                .onClose(() -> close(original));
    }

    private void close(Stream<T> original) {
        try {
            original.close();
        } finally {
            listener.onClose();
        }
    }

    @Override
    public void close() {
        try {
            response.close();
        } finally {
            listener.onClose();
        }
    }

    @Override
    public String toString() {
        return response.toString();
    }
}
