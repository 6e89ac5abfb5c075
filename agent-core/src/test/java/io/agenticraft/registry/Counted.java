package io.agenticraft.registry;

import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.ProviderSpec;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A provider whose calls hang until a test ends them, and which counts how often it was closed. */
final class Counted implements ModelProvider {
    private final ProviderSpec spec;
    final List<CompletableFuture<ModelResponse>> calls = new CopyOnWriteArrayList<>();
    final AtomicInteger closed = new AtomicInteger();

    volatile boolean broken;

    Counted(ProviderSpec spec) {
        this.spec = spec;
    }

    ProviderSpec spec() {
        return spec;
    }

    @Override
    public String name() {
        return spec.provider();
    }

    @Override
    public @Nullable URI endpoint() {
        return spec.baseUrl();
    }

    @Override
    public CompletableFuture<ModelResponse> complete(ModelRequest request) {
        if (closed.get() > 0) {
            throw new AssertionError("Called after it was closed");
        }
        if (broken) {
            throw new IllegalStateException("broken");
        }
        CompletableFuture<ModelResponse> call = new CompletableFuture<>();
        calls.add(call);
        return call;
    }

    @Override
    public CompletableFuture<ModelResponse> stream(ModelRequest request, EventSink sink) {
        return complete(request);
    }

    @Override
    public void close() {
        closed.incrementAndGet();
    }
}
