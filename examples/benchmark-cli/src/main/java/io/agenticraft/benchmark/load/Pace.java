package io.agenticraft.benchmark.load;

import java.util.random.RandomGenerator;

/** When requests are due. */
public sealed interface Pace permits Closed, Open {

    /** A closed loop: a request is due as soon as another has ended. */
    static Pace closed() {
        return new Closed();
    }

    /** An open loop: requests come at their rate, however slow the answers are; evenly. */
    static Pace evenly(double perSecond) {
        return new Open(perSecond, null);
    }

    /** An open loop with random arrivals, as of many users who know nothing of each other (a Poisson process). */
    static Pace randomly(double perSecond, RandomGenerator random) {
        return new Open(perSecond, random);
    }

    /** When the next request is due, in nanoseconds; called once per request. */
    long next(long start, long now);
}
