package io.agenticraft.http;

import io.agenticraft.model.ModelEvent;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.StreamControl;
import org.jspecify.annotations.Nullable;

/** Hands an answer's pieces to the caller's sink, {@link ModelEvent.Started} first; silent where nobody listens. */
public final class Emitter {
    private final @Nullable EventSink sink;
    private boolean started;
    private volatile boolean closed;

    private Emitter(@Nullable EventSink sink) {
        this.sink = sink;
    }

    static Emitter to(EventSink sink) {
        return new Emitter(sink);
    }

    static Emitter silent() {
        return new Emitter(null);
    }

    void open(StreamControl control) {
        if (sink != null) {
            sink.onOpen(control);
        }
    }

    /** Emits that the answer has begun, if nothing was emitted yet. */
    public void started(@Nullable String id, @Nullable String model) {
        if (!started) {
            started = true;
            send(new ModelEvent.Started(id, model));
        }
    }

    public void text(String text) {
        emit(text, sink == null ? null : new ModelEvent.TextDelta(text));
    }

    public void reasoning(String text) {
        emit(text, sink == null ? null : new ModelEvent.ReasoningDelta(text));
    }

    public void refusal(String text) {
        emit(text, sink == null ? null : new ModelEvent.RefusalDelta(text));
    }

    /** A tool call's beginning. */
    public void toolCall(int index, String id, String name, String arguments) {
        started(null, null);
        send(new ModelEvent.ToolCallDelta(index, id, name, arguments));
    }

    /** More of a tool call's arguments. */
    public void toolCall(int index, String arguments) {
        emit(arguments, sink == null ? null : new ModelEvent.ToolCallDelta(index, null, null, arguments));
    }

    private void emit(String piece, @Nullable ModelEvent event) {
        if (event != null && !piece.isEmpty()) {
            started(null, null);
            send(event);
        }
    }

    private void send(ModelEvent event) {
        if (sink != null && !closed) {
            sink.onEvent(event);
        }
    }

    /** Emits nothing any more. */
    void close() {
        closed = true;
    }
}
