package io.agenticraft.registry;

import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.ProbeResult;
import io.agenticraft.provider.Probing;
import io.agenticraft.provider.ProviderHandle;
import io.agenticraft.provider.ProviderSpec;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What bindings by name hold: a provider's name and a model, with whatever settings the name has when a run begins. A run
 * {@linkplain #pinned() pins} it, and a call that no run makes is a run of its own.
 */
final class NamedProvider implements ProviderHandle, Probing {
    private static final Logger LOG = LoggerFactory.getLogger(NamedProvider.class);

    private final Instances instances;
    private final Source source;
    private final String model;
    private volatile ManagedProvider now;
    private volatile @Nullable ProviderSpec refused;

    NamedProvider(Instances instances, Source source, String model, ManagedProvider now) {
        this.instances = instances;
        this.source = source;
        this.model = model;
        this.now = now;
    }

    @Override
    public ManagedProvider pinned() {
        ManagedProvider last = now;
        source.called();
        return source.isCurrent(last.spec()) || instances.isClosed() ? last : follow(last);
    }

    @SuppressWarnings("ReferenceEquality")
    private ManagedProvider follow(ManagedProvider last) {
        ProviderSpec spec = source.held(last.spec());
        if (spec == last.spec()) {
            return last;
        }
        try {
            ManagedProvider next = ManagedProvider.of(instances, source, spec, model);
            now = next;
            return next;
        } catch (RuntimeException e) {
            if (spec != refused) {
                refused = spec;
                LOG.warn("The new settings of {} make no provider; runs go on with the old ones", source.name(), e);
            }
            return last;
        }
    }

    @Override
    public boolean leadsTo(Class<?> type) {
        return now.leadsTo(type);
    }

    @Override
    public ModelProvider viewed(UnaryOperator<ModelProvider> view) {
        return pinned().viewed(view);
    }

    @Override
    public String name() {
        return now.name();
    }

    @Override
    public @Nullable URI endpoint() {
        return now.endpoint();
    }

    @Override
    public CompletableFuture<ModelResponse> complete(ModelRequest request) {
        return pinned().complete(request);
    }

    @Override
    public CompletableFuture<ModelResponse> stream(ModelRequest request, EventSink sink) {
        return pinned().stream(request, sink);
    }

    @Override
    public CompletableFuture<ProbeResult> connect() {
        return pinned().connect();
    }

    @Override
    public CompletableFuture<ProbeResult> probe() {
        return pinned().probe();
    }

    @Override
    public CompletableFuture<ProbeResult> probe(String which) {
        return pinned().probe(which);
    }

    /** Handles on one name are as one, whatever its settings. */
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
        return other instanceof NamedProvider that
                && that.instances == instances
                && that.source == source
                && that.model.equals(model);
    }

    @Override
    public int hashCode() {
        return source.name().hashCode() * 31 + model.hashCode();
    }

    @Override
    public String toString() {
        return now.toString();
    }
}
