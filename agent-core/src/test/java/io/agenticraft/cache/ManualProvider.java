package io.agenticraft.cache;

import io.agenticraft.model.ModelEvent;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.StreamControl;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A provider whose calls go on when the test says so. */
final class ManualProvider implements ModelProvider {
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    /** One call. */
    static final class Call extends CompletableFuture<ModelResponse> implements StreamControl {
        private final @Nullable EventSink sink;
        private volatile boolean held;

        private Call(@Nullable EventSink sink) {
            this.sink = sink;
        }

        boolean isStreamed() {
            return sink != null;
        }

        boolean isHeld() {
            return held;
        }

        void say(String... texts) {
            for (String text : texts) {
                Objects.requireNonNull(sink).onEvent(new ModelEvent.TextDelta(text));
            }
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

    List<Call> calls() {
        return calls;
    }

    Call call(int index) {
        return calls.get(index);
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public URI endpoint() {
        return URI.create("https://fake.test/v1");
    }

    @Override
    public CompletableFuture<ModelResponse> complete(ModelRequest request) {
        Call call = new Call(null);
        calls.add(call);
        return call;
    }

    @Override
    public CompletableFuture<ModelResponse> stream(ModelRequest request, EventSink sink) {
        Call call = new Call(sink);
        calls.add(call);
        sink.onOpen(call);
        return call;
    }
}
