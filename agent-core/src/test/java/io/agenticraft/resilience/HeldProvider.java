package io.agenticraft.resilience;

import io.agenticraft.model.ModelEvent;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.StreamControl;
import io.agenticraft.testing.Answers;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A provider whose calls the test answers, piece by piece. */
final class HeldProvider implements ModelProvider {
    private final String name;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    HeldProvider(String name) {
        this.name = name;
    }

    Call call(int index) {
        return calls.get(index);
    }

    int count() {
        return calls.size();
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public CompletableFuture<ModelResponse> complete(ModelRequest request) {
        Call call = new Call(request, null);
        calls.add(call);
        return call.future;
    }

    @Override
    public CompletableFuture<ModelResponse> stream(ModelRequest request, EventSink sink) {
        Call call = new Call(request, sink);
        calls.add(call);
        sink.onOpen(call);
        return call.future;
    }

    @Override
    public void close() {
        closed = true;
    }

    /** One call, which remembers whether it is held. */
    static final class Call implements StreamControl {
        final ModelRequest request;
        final CompletableFuture<ModelResponse> future = new CompletableFuture<>();
        private final @Nullable EventSink sink;
        private volatile boolean held;

        private Call(ModelRequest request, @Nullable EventSink sink) {
            this.request = request;
            this.sink = sink;
        }

        Call start(String id) {
            Objects.requireNonNull(sink).onEvent(new ModelEvent.Started(id, "m"));
            return this;
        }

        Call push(String text) {
            Objects.requireNonNull(sink).onEvent(new ModelEvent.TextDelta(text));
            return this;
        }

        void answer(String text) {
            future.complete(Answers.text(text));
        }

        void fail(Throwable failure) {
            future.completeExceptionally(failure);
        }

        boolean isCancelled() {
            return future.isCancelled();
        }

        boolean isHeld() {
            return held;
        }

        @Override
        public void pause() {
            held = true;
        }

        @Override
        public void resume() {
            held = false;
        }
    }
}
