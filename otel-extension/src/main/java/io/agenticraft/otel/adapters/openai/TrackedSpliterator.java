package io.agenticraft.otel.adapters.openai;

import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;

/**
 * Passes elements on as they are asked for and reports what happens. Splitting reads ahead in batches as the library's
 * own spliterator does, so that elements are reported in order by whoever reads them.
 */
final class TrackedSpliterator<T> extends Spliterators.AbstractSpliterator<T> {
    private final Spliterator<T> source;
    private final StreamListener<? super T> listener;

    TrackedSpliterator(Spliterator<T> source, StreamListener<? super T> listener) {
        super(source.estimateSize(), source.characteristics());
        this.source = source;
        this.listener = listener;
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        Relay relay = new Relay(action);
        boolean advanced;
        try {
            advanced = source.tryAdvance(relay);
        } catch (Throwable t) {
            relay.report(t);
            throw t;
        }
        if (!advanced) {
            listener.onEnd();
        }
        return advanced;
    }

    @Override
    public void forEachRemaining(Consumer<? super T> action) {
        Relay relay = new Relay(action);
        try {
            source.forEachRemaining(relay);
        } catch (Throwable t) {
            relay.report(t);
            throw t;
        }
        listener.onEnd();
    }

    /** Tells what the source throws from what the consumer throws: the latter is no failure of the stream. */
    private final class Relay implements Consumer<T> {
        private final Consumer<? super T> action;
        private boolean consuming;

        Relay(Consumer<? super T> action) {
            this.action = action;
        }

        @Override
        public void accept(T element) {
            listener.onElement(element);
            consuming = true;
            action.accept(element);
            consuming = false;
        }

        void report(Throwable thrown) {
            if (!consuming) {
                listener.onFailure(thrown);
            }
        }
    }
}
