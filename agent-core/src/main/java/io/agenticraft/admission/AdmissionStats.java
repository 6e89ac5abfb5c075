package io.agenticraft.admission;

import java.time.Duration;

/**
 * How a target's limits have been kept so far.
 *
 * @param target {@code provider:model}
 * @param admitted calls that were sent
 * @param delayed those of them that waited
 * @param refused calls that were not even queued
 * @param rateLimited answers of the provider that said too much was sent nevertheless
 * @param waiting calls that wait now
 * @param inFlight calls that are under way now
 * @param requestsUsed calls that count in the window now; 0 where calls are not limited
 * @param tokensUsed tokens that count in the window now; 0 where tokens are not limited
 * @param waited all waits of admitted calls together
 * @param pause how long nothing is sent because the provider asked for it; zero as a rule
 * @param inputRatio real tokens of prompts divided by guessed ones, as learned
 */
public record AdmissionStats(
        String target,
        long admitted,
        long delayed,
        long refused,
        long rateLimited,
        int waiting,
        int inFlight,
        long requestsUsed,
        long tokensUsed,
        Duration waited,
        Duration pause,
        double inputRatio) {}
