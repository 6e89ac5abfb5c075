package io.agenticraft.resilience;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.agenticraft.policy.Routing;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.registry.Binding;
import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Retries, falls back to other targets and hedges, each by what has failed:
 *
 * <table>
 * <caption>What follows a failure</caption>
 * <tr><th>failure</th><th>same target again</th><th>another target</th><th>counts against the target</th></tr>
 * <tr><td>rate limit, overloaded, 5xx, connection, interrupted</td><td>if retryable</td><td>then</td><td>yes</td></tr>
 * <tr><td>timeout</td><td>if there is no other</td><td>first</td><td>yes</td></tr>
 * <tr><td>quota or spend limit, authentication, not found, malformed</td><td>no</td><td>yes</td><td>yes</td></tr>
 * <tr><td>invalid request: too long for the model, or more than the provider can be asked</td><td>no</td><td>yes</td><td>no</td></tr>
 * <tr><td>invalid request that is retryable, such as a conflict</td><td>yes</td><td>then</td><td>no</td></tr>
 * <tr><td>a policy's refusal, if another target may pass</td><td>no</td><td>yes</td><td>no</td></tr>
 * <tr><td>any other invalid request or refusal, answer too large, what is no {@code ProviderException}</td><td>no</td><td>no</td><td>no</td></tr>
 * </table>
 *
 * <p>A run stays with the target that answered its first turn, and later turns are retried there only, unless it may
 * {@linkplain FailoverBuilder#movingWithinRun move}. A stream moves on only
 * while none of its content has reached the caller. The last failure is the one that is thrown, and the earlier ones are
 * suppressed in it.
 *
 * <p>Its circuit breakers, measurements and the cap of its hedges are shared by all agents and runs that use it.
 */
public final class Failover implements Routing {
    /** Models may be named by users: what is remembered of them is bounded. */
    private static final int MAX_TARGETS = 1_000;

    private final Settings settings;
    private final @Nullable HedgeCap hedgeCap;
    private final Cache<Key, Health> healths =
            Caffeine.newBuilder().maximumSize(MAX_TARGETS).build();
    private volatile @Nullable Known lastAsked;

    Failover(Settings settings) {
        this.settings = settings;
        Hedging hedging = settings.hedging();
        hedgeCap = hedging == null ? null : new HedgeCap(hedging.maxShare(), hedging.window());
    }

    /** With the default settings and these fallbacks, in this order. */
    public static Failover to(Binding... fallbacks) {
        FailoverBuilder builder = builder();
        for (Binding fallback : fallbacks) {
            builder.fallback(fallback);
        }
        return builder.build();
    }

    public static FailoverBuilder builder() {
        return new FailoverBuilder();
    }

    @Override
    public ModelProvider route(Binding primary, UnaryOperator<ModelProvider> atTarget) {
        return new Router(this, primary, atTarget);
    }

    Settings settings() {
        return settings;
    }

    /** Null where nothing is hedged. */
    @Nullable
    HedgeCap hedgeCap() {
        return hedgeCap;
    }

    /** What is known of a target. As a rule all runs ask for the same one. */
    Health health(Binding target) {
        Known last = lastAsked;
        if (last != null && last.binding.equals(target)) {
            return last.health;
        }
        Key key = new Key(target.provider().name(), target.provider().endpoint(), target.model());
        Health health =
                healths.get(key, unknown -> Health.of(settings.breaking(), settings.hedging(), settings.nanoClock()));
        lastAsked = new Known(target, health);
        return health;
    }

    @Override
    public String toString() {
        List<Binding> fallbacks =
                settings.fallbacks().stream().map(Fallback::binding).toList();
        return "Failover[to " + fallbacks + "]";
    }

    /** Outlives the provider's instance: a new one at the same place is as well as the old one was. */
    private record Key(String provider, @Nullable URI endpoint, String model) {}

    private record Known(Binding binding, Health health) {}
}
