package io.agenticraft.agent;

import java.time.Duration;

/** Does something later. */
@FunctionalInterface
interface Timer {

    /**
     * Runs a short task after a delay.
     *
     * @return calls it off if it has not begun
     */
    Runnable schedule(Runnable task, Duration delay);

    /** One daemon thread for the process. */
    static Timer system() {
        return Threads::schedule;
    }
}
