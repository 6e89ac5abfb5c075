package io.agenticraft.policy;

import java.time.Duration;

/** What a policy has decided. Targets are given as {@code provider:model}. */
public sealed interface CallEvent {

    /** An attempt has failed, and the policy that made it will say what happens next. */
    record AttemptFailed(Attempt attempt, String target, Throwable failure) implements CallEvent {}

    /** The same target will be asked again after a delay. */
    record RetryScheduled(Attempt next, String target, Duration delay) implements CallEvent {}

    /** Another target is asked instead. */
    record FellBack(Attempt next, String from, String to) implements CallEvent {}

    /** A target is left out, such as for an open circuit breaker. */
    record TargetSkipped(String target, String why) implements CallEvent {}

    /** A second call is made, for the first has not answered within {@code after}. */
    record HedgeStarted(Attempt hedge, String target, Duration after) implements CallEvent {}

    /** One of two calls has answered first; the other is cancelled. */
    record HedgeEnded(Attempt winner, String target) implements CallEvent {}

    /** No call was made, for the answer was known. */
    record CacheHit(String target, CacheLevel level) implements CallEvent {}

    /** A policy holds the call back for a while, such as for a rate limit. */
    record Delayed(String policy, String target, Duration delay) implements CallEvent {}

    /** A policy has refused the call; nothing was sent. */
    record Refused(String policy, String target, String why) implements CallEvent {}

    /** Where a known answer came from. */
    enum CacheLevel {
        /** This process's memory. */
        LOCAL,
        /** A store that many processes share. */
        SHARED,
        /** An equal call that was under way. */
        JOINED
    }
}
