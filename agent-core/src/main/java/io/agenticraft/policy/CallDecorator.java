package io.agenticraft.policy;

import io.agenticraft.provider.ModelProvider;

/** Decorates a wire client for the calls of one scope, such as with a span for each call. */
@FunctionalInterface
public interface CallDecorator {

    /**
     * The provider as the scope's calls are to see it.
     *
     * @param wire a provider that passes calls on to no other
     * @param scope says on whose behalf calls are made, and which attempt they are
     */
    ModelProvider decorate(ModelProvider wire, CallScope scope);

    /** Leaves providers as they are. */
    static CallDecorator none() {
        return (wire, scope) -> wire;
    }
}
