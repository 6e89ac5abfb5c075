package io.agenticraft.admission;

import io.agenticraft.policy.Scheduler;
import java.time.Duration;
import java.util.function.LongSupplier;

/** What holds for all targets. */
record AdmissionSettings(int maxWaiting, Duration maxWait, LongSupplier nanoClock, Scheduler scheduler) {
    long now() {
        return nanoClock.getAsLong();
    }
}
