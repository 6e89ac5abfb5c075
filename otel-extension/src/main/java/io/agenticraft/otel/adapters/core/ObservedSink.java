package io.agenticraft.otel.adapters.core;

import io.agenticraft.model.ModelEvent;
import io.agenticraft.otel.genai.Inference;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.StreamControl;

/** Sees the pieces of an answer pass. */
record ObservedSink(EventSink delegate, Inference inference) implements EventSink {

    @Override
    public void onOpen(StreamControl control) {
        delegate.onOpen(control);
    }

    @Override
    public void onEvent(ModelEvent event) {
        if (event instanceof ModelEvent.Started started) {
            inference.begun(started.id(), started.model());
        }
        inference.chunk();
        delegate.onEvent(event);
    }
}
