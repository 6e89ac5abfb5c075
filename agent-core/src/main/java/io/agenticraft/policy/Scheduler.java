package io.agenticraft.policy;

import java.time.Duration;

/** Does something later. */
@FunctionalInterface
public interface Scheduler {

    /**
     * Runs a short task after a delay, on a thread that must not be blocked.
     *
     * @return calls it off if it has not begun
     */
    Runnable schedule(Runnable task, Duration delay);

    /** One daemon thread for the process. */
    static Scheduler system() {
        return SystemScheduler::schedule;
    }
}
