package io.agenticraft.resilience;

import io.agenticraft.conversation.GrowingTranscript;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.policy.Attempt;
import io.agenticraft.policy.CallScope;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.registry.Binding;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A target as one run sees it. */
final class Target {
    private static final Logger LOG = LoggerFactory.getLogger(Target.class);

    private final Binding binding;
    private final Constraint constraint;
    private final Health health;
    private final UnaryOperator<ModelProvider> atTarget;
    private final GrowingTranscript transcript;
    private @Nullable ModelProvider provider;
    private @Nullable ModelProvider forFirst;

    Target(Binding binding, Constraint constraint, Health health, UnaryOperator<ModelProvider> atTarget) {
        this.binding = binding;
        this.constraint = constraint;
        this.health = health;
        this.atTarget = atTarget;
        transcript = new GrowingTranscript(name());
    }

    Health health() {
        return health;
    }

    /** Its provider's name. */
    String name() {
        return binding.provider().name();
    }

    String model() {
        return binding.model();
    }

    /** {@code provider:model}. */
    String label() {
        return binding.toString();
    }

    /** Why it may not serve a request, or null. */
    @Nullable
    String objection(ModelRequest request) {
        try {
            return constraint.objection(binding, request);
        } catch (RuntimeException e) {
            LOG.warn("The constraint of {} failed; the target is not asked", label(), e);
            return "its constraint failed with " + e.getClass().getSimpleName();
        }
    }

    /** Its provider for one attempt; first attempts, as most are, share one. */
    synchronized ModelProvider bound(CallScope scope, Attempt attempt) {
        ModelProvider whole = provider;
        if (whole == null) {
            whole = atTarget.apply(binding.provider());
            provider = whole;
        }
        if (!attempt.equals(Attempt.first())) {
            return scope.with(attempt).bind(whole);
        }
        ModelProvider first = forFirst;
        if (first == null) {
            first = (scope.attempt().equals(attempt) ? scope : scope.with(attempt)).bind(whole);
            forFirst = first;
        }
        return first;
    }

    /** The request as this target is to be asked. */
    ModelRequest compile(ModelRequest request) {
        return transcript.compile(request, binding.model());
    }
}
