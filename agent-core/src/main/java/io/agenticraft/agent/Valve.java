package io.agenticraft.agent;

import io.agenticraft.provider.StreamControl;
import org.jspecify.annotations.Nullable;

/** Holds the model's stream while as many events wait as the subscriber has asked for. */
final class Valve {
    private long demand;
    private int waiting;
    private boolean held;
    private @Nullable StreamControl control;

    /** The next model call's stream; each starts flowing. */
    synchronized void open(StreamControl next) {
        control = next;
        held = false;
        adjust();
    }

    synchronized void request(long n) {
        demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
        adjust();
    }

    /** Another event waits. Returns how many do. */
    synchronized int arrived() {
        waiting++;
        adjust();
        return waiting;
    }

    /** Whether an event may be delivered, which then waits no longer. */
    synchronized boolean take() {
        if (demand == 0) {
            return false;
        }
        demand = demand == Long.MAX_VALUE ? demand : demand - 1;
        waiting--;
        return true;
    }

    private void adjust() {
        boolean hold = waiting >= demand;
        if (control != null && hold != held) {
            held = hold;
            if (hold) {
                control.pause();
            } else {
                control.resume();
            }
        }
    }
}
