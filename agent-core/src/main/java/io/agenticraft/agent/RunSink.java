package io.agenticraft.agent;

import io.agenticraft.provider.StreamControl;

/** Takes the events of a run as they happen. Called by one thread at a time; must not block. */
@FunctionalInterface
public interface RunSink {

    /** Called before each model call's first event, with the means to hold that call's stream. */
    default void onOpen(StreamControl control) {}

    void onEvent(RunEvent event);
}
