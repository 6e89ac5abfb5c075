package io.agenticraft.agent;

import io.agenticraft.model.ModelEvent;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.StreamControl;
import io.agenticraft.testing.Answers;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A provider with one stream, which the test pushes, and which can be held as a socket can. */
final class HeldStream implements ModelProvider, StreamControl {
    final CompletableFuture<ModelResponse> whole = new CompletableFuture<>();
    private volatile @Nullable EventSink sink;
    private volatile boolean held;

    @Override
    public String name() {
        return "held";
    }

    @Override
    public CompletableFuture<ModelResponse> complete(ModelRequest request) {
        throw new AssertionError("A streaming run does not call complete");
    }

    @Override
    public CompletableFuture<ModelResponse> stream(ModelRequest request, EventSink given) {
        given.onOpen(this);
        sink = given;
        return whole;
    }

    boolean isOpen() {
        return sink != null;
    }

    boolean isHeld() {
        return held;
    }

    void push(String text) {
        Objects.requireNonNull(sink).onEvent(new ModelEvent.TextDelta(text));
    }

    void finish() {
        whole.complete(Answers.text("whole"));
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
