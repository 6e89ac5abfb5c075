package io.agenticraft.provider;

import io.agenticraft.model.ModelEvent;

/**
 * Takes the pieces of a streamed answer. Called by one thread at a time, never after the future has completed. Must
 * not block; a consumer that cannot keep up uses {@link StreamControl}.
 */
@FunctionalInterface
public interface EventSink {

    /** Called before the first event, with the means to hold the stream. */
    default void onOpen(StreamControl control) {}

    void onEvent(ModelEvent event);
}
