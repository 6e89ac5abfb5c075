package io.agenticraft.cache;

import com.github.benmanes.caffeine.cache.Ticker;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.policy.ModelPolicy;
import io.agenticraft.policy.Scheduler;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.redis.SharedRedis;
import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers answers to requests whose temperature is 0, and makes one call of equal requests that come at once. Requests are
 * equal if everything is that a model is told, the provider, its address and the tenant; a streamed one equals one that is not.
 *
 * <p>A known answer has usage 0 and says in {@link #DETAIL} where it comes from. Kept are whole answers in text only: no tool
 * calls, refusals, cut or filtered answers, and no failures. One cache may serve many agents; put it around a router, budgets
 * and measurements, which then see the calls that are made and no others.
 */
public final class ResponseCache implements ModelPolicy {
    /** The detail of a known answer that says where it comes from: {@code local}, {@code shared} or {@code joined}. */
    public static final String DETAIL = "agenticraft.cache";

    /** The detail of a known answer that says how many input tokens it saves, where the provider had said. */
    public static final String SAVED_INPUT_TOKENS = "agenticraft.cache.saved_input_tokens";

    /** The detail of a known answer that says how many output tokens it saves, where the provider had said. */
    public static final String SAVED_OUTPUT_TOKENS = "agenticraft.cache.saved_output_tokens";

    private static final Logger LOG = LoggerFactory.getLogger(ResponseCache.class);

    private final boolean deterministicOnly;
    private final String namespace;
    private final Flights flights;

    private ResponseCache(Builder from) {
        deterministicOnly = from.deterministicOnly;
        namespace = from.namespace;
        flights = new Flights(new Flights.Settings(
                from.maxBytes, from.ttl, from.redis, from.ticker, from.wallClockMillis, from.scheduler));
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public ModelProvider around(ModelProvider next) {
        return new CachedProvider(this, next);
    }

    Flights flights() {
        return flights;
    }

    /** The request's key; null if it passes the cache by. */
    @Nullable
    CacheKey keyOf(ModelRequest request, @Nullable String tenant, ModelProvider provider) {
        if (deterministicOnly && !Keeping.isDeterministic(request.options())) {
            flights.counters().notStored(NotStored.SAMPLED);
            return null;
        }
        try {
            return RequestKey.of(namespace, tenant, provider.name(), provider.endpoint(), request);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.debug("No key can be made of a request: {}", e.getClass().getName());
            flights.counters().notStored(NotStored.UNKEYABLE);
            return null;
        }
    }

    /**
     * Forgets one answer, here and at the shared level, and does not keep the one that may be under way.
     *
     * @param tenant as in the runs that it was given to
     * @param provider where the request would go
     * @return whether it was known here
     */
    public boolean invalidate(ModelRequest request, @Nullable String tenant, ModelProvider provider) {
        return flights.invalidate(RequestKey.of(namespace, tenant, provider.name(), provider.endpoint(), request));
    }

    /**
     * Forgets all answers in memory and does not keep those under way. What other processes know stays; another
     * {@link Builder#namespace} leaves that behind.
     */
    public void clear() {
        flights.clear();
    }

    public CacheStatistics statistics() {
        return flights.statistics();
    }

    @Override
    public String toString() {
        CacheStatistics now = statistics();
        return "ResponseCache[" + now.entries() + " answers, " + now.bytes() + " bytes]";
    }

    /** Collects the settings of a {@link ResponseCache}. */
    public static final class Builder {
        /** {@value}: 64 MiB. */
        public static final long DEFAULT_MAX_BYTES = 64L * 1024 * 1024;

        /** For ever, where for ever has to be a number of nanoseconds. */
        private static final Duration LONGEST = Duration.ofDays(36_500);

        private long maxBytes = DEFAULT_MAX_BYTES;
        private Duration ttl = Duration.ofHours(1);
        private boolean deterministicOnly = true;
        private String namespace = "";
        private @Nullable SharedRedis redis;
        private Ticker ticker = Ticker.systemTicker();
        private LongSupplier wallClockMillis = System::currentTimeMillis;
        private Scheduler scheduler = Scheduler.system();

        private Builder() {}

        /**
         * How much the answers in memory may take: the size of their JSON and half a KiB each; by default
         * {@value #DEFAULT_MAX_BYTES}. One that would take more than an eighth of it is not kept.
         */
        public Builder maxBytes(long value) {
            if (value < 1) {
                throw new IllegalArgumentException("A cache needs at least 1 byte, not " + value);
            }
            maxBytes = value;
            return this;
        }

        /** How long an answer is known, counted from when it was made; by default 1 hour. */
        public Builder ttl(Duration value) {
            if (value.compareTo(Duration.ofMillis(1)) < 0) {
                throw new IllegalArgumentException("Answers are known for at least 1 ms, not " + value);
            }
            ttl = value.compareTo(LONGEST) > 0 ? LONGEST : value;
            return this;
        }

        /**
         * Whether only requests with a temperature of 0 are looked up, the agent's own temperature included; by default true.
         * With false all are, and who asks again for another answer gets the same.
         */
        public Builder deterministicOnly(boolean value) {
            deterministicOnly = value;
            return this;
        }

        /** Part of each key: names what else answers depend on, such as an account or a release; by default empty. */
        public Builder namespace(String value) {
            namespace = Objects.requireNonNull(value, "namespace");
            return this;
        }

        /**
         * Shares answers with other processes; by default they are this process's own. The server sees answers as they are. The
         * cache does not close it.
         */
        public Builder redis(SharedRedis value) {
            redis = Objects.requireNonNull(value, "redis");
            return this;
        }

        Builder ticker(Ticker value) {
            ticker = value;
            return this;
        }

        Builder wallClockMillis(LongSupplier value) {
            wallClockMillis = value;
            return this;
        }

        Builder scheduler(Scheduler value) {
            scheduler = value;
            return this;
        }

        public ResponseCache build() {
            return new ResponseCache(this);
        }
    }
}
