package io.agenticraft.cache;

import io.agenticraft.model.ModelEvent;
import org.jspecify.annotations.Nullable;

/** Where a waiter's events and answer come from. */
interface Source {

    /** An event by its place, from 0; null where there is none, or none yet. */
    @Nullable
    ModelEvent event(int index);

    /** Ends the waiter, which has had the events before {@code place}, if those were all. */
    void finish(Waiter waiter, int place);

    /** The waiter wants to be held, or no longer. */
    void heldChanged();

    /** The waiter has ended, for whatever reason. */
    void left(Waiter waiter);
}
