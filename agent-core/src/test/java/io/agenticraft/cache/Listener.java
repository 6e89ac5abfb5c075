package io.agenticraft.cache;

import io.agenticraft.model.ModelEvent;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.StreamControl;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Takes events down, and may hold the stream. */
final class Listener implements EventSink {
    private final List<ModelEvent> events = new CopyOnWriteArrayList<>();
    private final int holdAfter;
    private @Nullable StreamControl control;

    Listener() {
        this(Integer.MAX_VALUE);
    }

    /** Holds the stream once it has had so many events. */
    Listener(int holdAfter) {
        this.holdAfter = holdAfter;
    }

    @Override
    public void onOpen(StreamControl value) {
        control = value;
        if (holdAfter == 0) {
            value.pause();
        }
    }

    @Override
    public void onEvent(ModelEvent event) {
        events.add(event);
        if (events.size() == holdAfter) {
            control().pause();
        }
    }

    StreamControl control() {
        return Objects.requireNonNull(control, "not opened");
    }

    List<ModelEvent> events() {
        return events;
    }

    /** What the text deltas say. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (ModelEvent event : events) {
            if (event instanceof ModelEvent.TextDelta delta) {
                text.append(delta.text());
            }
        }
        return text.toString();
    }
}
