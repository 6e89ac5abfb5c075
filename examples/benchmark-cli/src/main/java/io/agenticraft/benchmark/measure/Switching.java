package io.agenticraft.benchmark.measure;

import org.jspecify.annotations.Nullable;

/**
 * What it costs to move to a model: each step is a distribution of durations, empty where it could not be measured.
 *
 * @param target {@code provider:model}
 * @param creation a provider instance is made; nothing is sent
 * @param switching an agent is moved to an instance that is there already
 * @param validation the credential is tried at something free, on a new connection
 * @param firstCall a whole answer on a new instance and a new connection
 * @param laterCalls a whole answer on a connection that is open
 * @param trouble why it was given up, or null
 */
public record Switching(
        String target,
        Distribution creation,
        Distribution switching,
        Distribution validation,
        Distribution firstCall,
        Distribution laterCalls,
        @Nullable String trouble) {

    /** Of a target that is yet to be measured. */
    public static Switching of(String target) {
        return new Switching(
                target,
                Distribution.ofDurations(),
                Distribution.ofDurations(),
                Distribution.ofDurations(),
                Distribution.ofDurations(),
                Distribution.ofDurations(),
                null);
    }

    /** The same, given up. */
    public Switching givenUp(String why) {
        return new Switching(target, creation, switching, validation, firstCall, laterCalls, why);
    }
}
