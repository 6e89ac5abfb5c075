package io.agenticraft.benchmark.load;

import io.agenticraft.benchmark.measure.Recording;

/** Hears how far a measurement is, several times per second. Must not block. */
@FunctionalInterface
public interface Progress {

    /**
     * How far it is.
     *
     * @param target what is being measured
     * @param warmup whether these requests will not count
     * @param share of all that is planned, 0 to 1
     * @param sofar what has been measured
     */
    void at(Target target, boolean warmup, double share, Recording sofar);
}
