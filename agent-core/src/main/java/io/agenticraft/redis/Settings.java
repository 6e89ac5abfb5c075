package io.agenticraft.redis;

import io.agenticraft.policy.Scheduler;
import io.agenticraft.provider.TlsSettings;
import java.time.Duration;
import java.util.function.LongSupplier;

/** How a server is called. */
record Settings(
        RedisAddress address,
        TlsSettings tls,
        String prefix,
        Duration readTimeout,
        Duration commandTimeout,
        Duration connectTimeout,
        Duration firstRest,
        Duration longestRest,
        int failuresBeforeRest,
        int maxInFlight,
        Scheduler scheduler,
        LongSupplier nanoClock) {}
