package io.agenticraft.http;

import io.agenticraft.provider.Origin;
import io.agenticraft.provider.ProbeResult;
import io.agenticraft.provider.ProviderException;
import io.agenticraft.provider.ProviderSpec;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The lowest rung of warming up: has a connection opened, and gives it back unused. */
final class Rung implements Connecting.Outcome {
    private final String origin;
    private final Pool pool;
    private final Connecting connecting;
    private final long begun = System.nanoTime();
    private final CompletableFuture<ProbeResult> result = new CompletableFuture<>();

    Rung(ProviderSpec spec, Failures failures, Pool pool) {
        origin = Origin.of(spec.baseUrl()).toString();
        this.pool = pool;
        connecting = new Connecting(pool, spec.timeouts(), failures, this);
    }

    CompletableFuture<ProbeResult> start() {
        var unused = result.whenComplete((done, failure) -> connecting.cancel());
        connecting.begin();
        return result;
    }

    @Override
    public void onConnection(PooledConnection connection) {
        boolean opened = connecting.opened();
        pool.release(connection, true, -1);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        result.complete(new ProbeResult(origin, 0, opened, took));
    }

    @Override
    public void onRefusal(ProviderException failure) {
        result.completeExceptionally(failure);
    }
}
