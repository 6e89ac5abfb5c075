package io.agenticraft.selection;

import java.util.Objects;
import java.util.Set;

/**
 * What is known of a model before it is called.
 *
 * @param provider the provider's name
 * @param model the model's name as the provider knows it
 * @param quality how good its answers are, from 0 to 1; an opinion, to be compared with others of the same table only
 * @param contextTokens how many tokens prompt and answer may have together
 * @param latencyMillis how long an answer takes, until calls teach better
 * @param firstTokenMillis how long a stream's first content takes, until calls teach better
 * @param tokensPerSecond output tokens per second of an answer's whole latency, until calls teach better
 * @param capabilities what it can
 */
public record ModelProfile(
        String provider,
        String model,
        double quality,
        long contextTokens,
        double latencyMillis,
        double firstTokenMillis,
        double tokensPerSecond,
        Set<Capability> capabilities) {

    public ModelProfile {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(model, "model");
        if (!(quality >= 0 && quality <= 1)) {
            throw new IllegalArgumentException(
                    "The quality of " + provider + ":" + model + " is from 0 to 1, not " + quality);
        }
        if (contextTokens < 1 || !(latencyMillis > 0 && firstTokenMillis > 0 && tokensPerSecond > 0)) {
            throw new IllegalArgumentException("Context, latency, first token and tokens per second of " + provider
                    + ":" + model + " are above 0");
        }
        capabilities = Capability.shared(capabilities);
    }

    /** The same at a provider of another name. */
    ModelProfile under(String other) {
        return new ModelProfile(
                other, model, quality, contextTokens, latencyMillis, firstTokenMillis, tokensPerSecond, capabilities);
    }

    /** As the registry knows it: {@code provider:model}. */
    public String name() {
        return provider + ":" + model;
    }
}
