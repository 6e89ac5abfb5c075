package io.agenticraft.agent;

import io.agenticraft.policy.ModelPolicy;
import io.agenticraft.policy.Routing;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.registry.Binding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands between a run and the wire. */
record Composition(
        List<ModelPolicy> outer,
        @Nullable ModelPolicy cache,
        @Nullable Routing routing,
        @Nullable ModelPolicy admission,
        @Nullable ModelPolicy budgets,
        @Nullable ModelPolicy stats) {

    /**
     * The order, read from the last line to the first: a known answer costs nothing; else the router owns the attempts, and
     * each of them is admitted, paid for and measured where it goes, so that those which fail or lose count as well.
     */
    ModelProvider around(Binding pinned) {
        ModelProvider calls = routing == null
                ? new CompilingProvider(atTarget(pinned.provider()))
                : routing.route(pinned, this::atTarget);
        calls = under(cache, calls);
        for (ModelPolicy policy : outer) {
            calls = policy.around(calls);
        }
        return calls;
    }

    private ModelProvider atTarget(ModelProvider wire) {
        return under(admission, under(budgets, under(stats, wire)));
    }

    private static ModelProvider under(@Nullable ModelPolicy policy, ModelProvider next) {
        return policy == null ? next : policy.around(next);
    }
}
