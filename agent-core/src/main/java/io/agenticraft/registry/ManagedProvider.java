package io.agenticraft.registry;

import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.ErrorDetails;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.InvalidRequestException;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.ProbeResult;
import io.agenticraft.provider.Probing;
import io.agenticraft.provider.ProviderHandle;
import io.agenticraft.provider.ProviderSpec;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The name of a kept instance rather than the instance. Each call takes it from the cache, where it counts as a use, and
 * builds it anew if it was evicted meanwhile; so a run never meets a closed instance, and its calls never hold more
 * instances open than are kept. Its settings stay. The registry closes instances, {@link #close()} does not.
 */
final class ManagedProvider implements ProviderHandle, Probing {
    private final Instances instances;
    private final Source source;
    private final InstanceKey key;
    private final ProviderSpec spec;
    private final String name;
    private final @Nullable URI endpoint;
    private final Class<?> type;
    private final @Nullable View view;

    ManagedProvider(Instances instances, Source source, InstanceKey key, ProviderSpec spec, ModelProvider built) {
        this.instances = instances;
        this.source = source;
        this.key = key;
        this.spec = spec;
        name = built.name();
        endpoint = built.endpoint();
        type = built.getClass();
        view = null;
    }

    private ManagedProvider(ManagedProvider other, View view) {
        instances = other.instances;
        source = other.source;
        key = other.key;
        spec = other.spec;
        name = other.name;
        endpoint = other.endpoint;
        type = other.type;
        this.view = view;
    }

    /** Builds the instance if it is not kept. */
    static ManagedProvider of(Instances instances, Source source, ProviderSpec spec, String model) {
        InstanceKey key = InstanceKey.of(spec, model);
        Instance instance = instances.acquire(key, () -> source.build(spec));
        try {
            return new ManagedProvider(instances, source, key, spec, instance.provider());
        } finally {
            instance.release();
        }
    }

    boolean isKeptBy(Instances which) {
        return which == instances && instances.keeps(key);
    }

    /** What its instance is made from. */
    ProviderSpec spec() {
        return spec;
    }

    @Override
    public ManagedProvider pinned() {
        return this;
    }

    @Override
    public boolean leadsTo(Class<?> wanted) {
        return wanted.isAssignableFrom(type);
    }

    @Override
    public ModelProvider viewed(UnaryOperator<ModelProvider> how) {
        return new ManagedProvider(this, new View(how));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable URI endpoint() {
        return endpoint;
    }

    @Override
    public CompletableFuture<ModelResponse> complete(ModelRequest request) {
        return call(provider -> provider.complete(request), true);
    }

    @Override
    public CompletableFuture<ModelResponse> stream(ModelRequest request, EventSink sink) {
        return call(provider -> provider.stream(request, sink), true);
    }

    @Override
    public CompletableFuture<ProbeResult> connect() {
        return call(provider -> provider instanceof Probing probing ? probing.connect() : unsupported(), false);
    }

    @Override
    public CompletableFuture<ProbeResult> probe() {
        return call(provider -> provider instanceof Probing probing ? probing.probe() : unsupported(), true);
    }

    @Override
    public CompletableFuture<ProbeResult> probe(String model) {
        return call(provider -> provider instanceof Probing probing ? probing.probe(model) : unsupported(), true);
    }

    private CompletableFuture<ProbeResult> unsupported() {
        return CompletableFuture.failedFuture(new UnsupportedOperationException(name + " cannot be probed"));
    }

    /** @param tells whether a good end says that the provider takes calls */
    private <T> CompletableFuture<T> call(Function<ModelProvider, CompletableFuture<T>> call, boolean tells) {
        if (instances.isClosed()) {
            return CompletableFuture.failedFuture(closed());
        }
        source.called();
        Instance instance;
        try {
            instance = instances.acquire(key, () -> source.build(spec));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
        return ending(call, instance, tells);
    }

    private <T> CompletableFuture<T> ending(
            Function<ModelProvider, CompletableFuture<T>> call, Instance instance, boolean tells) {
        CompletableFuture<T> future;
        try {
            ModelProvider called = instance.provider();
            future = call.apply(view == null ? called : view.of(called));
        } catch (Throwable e) {
            instance.release();
            throw e;
        }
        return TrackedCall.of(future, failure -> {
            instance.release();
            if (tells || failure != null) {
                source.ended(spec, failure);
            }
        });
    }

    private InvalidRequestException closed() {
        String message = name + " cannot be asked: its provider registry is closed";
        return new InvalidRequestException(
                new ErrorDetails(name, message, 0, null, null, null, null, false, null), null);
    }

    /** Handles on one instance are as one, unless they see it differently. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ManagedProvider that
                && that.instances == instances
                && that.key.equals(key)
                && Objects.equals(that.view, view);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
