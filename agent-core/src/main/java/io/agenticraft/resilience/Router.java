package io.agenticraft.resilience;

import io.agenticraft.policy.CallScope;
import io.agenticraft.policy.ScopedProvider;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.registry.Binding;
import java.util.function.UnaryOperator;

/**
 * A provider that leads each call to one of several targets, as its {@link Failover} says. Agents make one by themselves,
 * from {@code AgentBuilder.routing}; elsewhere it stands for a provider. Each call then is a run of its own.
 */
public final class Router extends ScopedProvider {
    private final Failover failover;
    private final Binding primary;
    private final UnaryOperator<ModelProvider> atTarget;

    Router(Failover failover, Binding primary, UnaryOperator<ModelProvider> atTarget) {
        super(primary.provider());
        this.failover = failover;
        this.primary = primary;
        this.atTarget = atTarget;
    }

    /** A provider that tries {@code primary} first; requests' model names are replaced by the targets'. */
    public static Router of(Binding primary, Failover failover) {
        return new Router(failover, primary, UnaryOperator.identity());
    }

    @Override
    protected ModelProvider in(CallScope scope) {
        return new RunRoutes(failover, primary, atTarget, scope);
    }

    /** Closes the providers of all targets. */
    @Override
    public void close() {
        super.close();
        failover.settings().fallbacks().stream()
                .map(fallback -> fallback.binding().provider())
                .filter(provider -> provider != primary.provider())
                .distinct()
                .forEach(ModelProvider::close);
    }

    @Override
    public String toString() {
        return "Router[" + primary + ", " + failover + "]";
    }
}
