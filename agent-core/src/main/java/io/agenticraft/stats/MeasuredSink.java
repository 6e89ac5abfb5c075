package io.agenticraft.stats;

import io.agenticraft.model.ModelEvent;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.StreamControl;

/** Notes when content comes, before the caller's sink sees it. */
record MeasuredSink(EventSink sink, MeasuredCall call) implements EventSink {

    @Override
    public void onOpen(StreamControl control) {
        sink.onOpen(control);
    }

    @Override
    public void onEvent(ModelEvent event) {
        if (isContent(event)) {
            call.chunk();
        }
        sink.onEvent(event);
    }

    /** Providers begin with pieces that hold nothing; they are no token. */
    private static boolean isContent(ModelEvent event) {
        if (event instanceof ModelEvent.TextDelta text) {
            return !text.text().isEmpty();
        } else if (event instanceof ModelEvent.ReasoningDelta reasoning) {
            return !reasoning.text().isEmpty();
        } else if (event instanceof ModelEvent.RefusalDelta refusal) {
            return !refusal.text().isEmpty();
        }
        return event instanceof ModelEvent.ToolCallDelta;
    }
}
