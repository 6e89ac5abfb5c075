package io.agenticraft.policy;

import io.agenticraft.provider.ModelProvider;
import io.agenticraft.registry.Binding;
import java.util.function.UnaryOperator;

/**
 * Leads the calls of a run to one of several targets: retries, fallbacks, hedges. It alone owns a run's attempts, compiles
 * the messages for each target, and says {@linkplain io.agenticraft.model.ModelResponse#answeredBy who answered} where that
 * is not the primary one.
 */
@FunctionalInterface
public interface Routing {

    /**
     * A provider that tries {@code primary} first.
     *
     * @param primary what the run is pinned to
     * @param atTarget what belongs around each target, such as its admission and measurement; called for each target once
     */
    ModelProvider route(Binding primary, UnaryOperator<ModelProvider> atTarget);
}
