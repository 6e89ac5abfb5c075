package io.agenticraft.http;

import io.agenticraft.provider.HttpProxy;
import io.agenticraft.provider.Origin;
import io.agenticraft.provider.PoolSettings;
import io.agenticraft.provider.ProviderSpec;
import io.agenticraft.provider.TlsSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What instances must have in common to share a pool. The credential is none of it: it goes with each call. */
record PoolKey(
        Origin origin, TlsSettings tls, @Nullable HttpProxy proxy, PoolSettings settings, Duration connectTimeout) {

    static PoolKey of(ProviderSpec spec) {
        return new PoolKey(
                Origin.of(spec.baseUrl()),
                spec.tls(),
                spec.proxy(),
                spec.pool(),
                spec.timeouts().connect());
    }

    String describe() {
        return proxy == null ? origin.toString() : origin + " via " + proxy.host() + ":" + proxy.port();
    }
}
