package io.agenticraft.budget;

import io.agenticraft.estimate.TokenEstimate;
import io.agenticraft.model.ModelEvent;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.StreamControl;

/** Counts what a stream has brought: if it is cut, it was paid for. */
final class CountingSink implements EventSink {
    private final EventSink sink;
    private volatile long characters;

    CountingSink(EventSink sink) {
        this.sink = sink;
    }

    long tokens() {
        return TokenEstimate.ofCharacters(characters);
    }

    @Override
    public void onOpen(StreamControl control) {
        sink.onOpen(control);
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread at a time calls it
    public void onEvent(ModelEvent event) {
        characters += length(event);
        sink.onEvent(event);
    }

    private static long length(ModelEvent event) {
        if (event instanceof ModelEvent.TextDelta delta) {
            return delta.text().length();
        } else if (event instanceof ModelEvent.ToolCallDelta delta) {
            return delta.arguments().length();
        } else if (event instanceof ModelEvent.ReasoningDelta delta) {
            return delta.text().length();
        }
        return event instanceof ModelEvent.RefusalDelta delta ? delta.text().length() : 0;
    }
}
