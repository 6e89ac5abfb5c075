package io.agenticraft.admission;

import io.agenticraft.policy.ModelPolicy;
import io.agenticraft.policy.Scheduler;
import io.agenticraft.provider.ModelProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps calls within the rate limits of each provider and model, configured ones and those that the provider tells of in its
 * answers: a call beyond them waits in a queue instead of failing at the provider. Tenants take turns in the queue. After a
 * 429 nothing is sent to the target until the time that it asked for has passed.
 *
 * <p>A call counts with a guess of its tokens until its answer tells the real number, which also corrects later guesses. A
 * call that cannot be queued, or would wait longer than its run has left, fails with an {@link AdmissionException}.
 */
public final class Admission implements ModelPolicy {
    /** {@value} calls may wait for a target. */
    public static final int DEFAULT_MAX_WAITING = 1_000;

    /** {@value} minutes is the longest wait. */
    public static final int DEFAULT_MAX_WAIT_MINUTES = 10;

    private static final int MOST_TARGETS = 1_000;

    private final Map<String, Limits> limits;
    private final Limits otherwise;
    private final AdmissionSettings settings;
    private final Map<String, Map<String, Target>> targets = new ConcurrentHashMap<>();

    private Admission(Builder from) {
        limits = Map.copyOf(from.limits);
        otherwise = from.otherwise;
        settings = new AdmissionSettings(from.maxWaiting, from.maxWait, from.nanoClock, from.scheduler);
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public ModelProvider around(ModelProvider next) {
        return new AdmittedProvider(this, next);
    }

    /** Of each target that was asked so far, sorted by its name. */
    public List<AdmissionStats> statistics() {
        List<AdmissionStats> all = new ArrayList<>();
        targets.values().forEach(models -> models.values().forEach(target -> all.add(target.stats())));
        all.sort(Comparator.comparing(AdmissionStats::target));
        return all;
    }

    Target target(String provider, String model) {
        Map<String, Target> models = targets.get(provider);
        Target known = models == null ? null : models.get(model);
        return known != null ? known : add(provider, model);
    }

    private synchronized Target add(String provider, String model) {
        Map<String, Target> models = targets.computeIfAbsent(provider, name -> new ConcurrentHashMap<>());
        if (models.size() >= MOST_TARGETS) {
            models.values().removeIf(Target::isIdle);
        }
        String label = provider + ":" + model;
        return models.computeIfAbsent(model, name -> new Target(label, limits(provider, label), settings));
    }

    private Limits limits(String provider, String label) {
        Limits own = limits.get(label);
        return own != null ? own : limits.getOrDefault(provider, otherwise);
    }

    /** Collects an {@link Admission}. */
    public static final class Builder {
        private final Map<String, Limits> limits = new HashMap<>();
        private Limits otherwise = Limits.none();
        private int maxWaiting = DEFAULT_MAX_WAITING;
        private Duration maxWait = Duration.ofMinutes(DEFAULT_MAX_WAIT_MINUTES);
        private LongSupplier nanoClock = System::nanoTime;
        private Scheduler scheduler = Scheduler.system();

        private Builder() {}

        /** The limits of one model. */
        public Builder limit(String provider, String model, Limits value) {
            return put(provider + ":" + Objects.requireNonNull(model, "model"), value);
        }

        /** The limits of each model of a provider that has none of its own; each model gets them whole. */
        public Builder limit(String provider, Limits value) {
            return put(Objects.requireNonNull(provider, "provider"), value);
        }

        private Builder put(String name, Limits value) {
            @Nullable Limits before = limits.put(name, Objects.requireNonNull(value, "limits"));
            if (before != null) {
                throw new IllegalArgumentException("The limits of " + name + " are given twice");
            }
            return this;
        }

        /** The limits of all other targets; by default only those that providers tell of. */
        public Builder otherwise(Limits value) {
            otherwise = Objects.requireNonNull(value, "limits");
            return this;
        }

        /** How many calls may wait for one target; by default {@value #DEFAULT_MAX_WAITING}. */
        public Builder maxWaiting(int value) {
            if (value < 0) {
                throw new IllegalArgumentException("At least 0 calls may wait, not " + value);
            }
            maxWaiting = value;
            return this;
        }

        /** How long a call may wait, if its run has so long; by default {@value #DEFAULT_MAX_WAIT_MINUTES} minutes. */
        public Builder maxWait(Duration value) {
            maxWait = Objects.requireNonNull(value, "maxWait");
            return this;
        }

        /** Tells the time and waits; for tests. */
        public Builder time(LongSupplier nanos, Scheduler delays) {
            nanoClock = Objects.requireNonNull(nanos, "nanos");
            scheduler = Objects.requireNonNull(delays, "delays");
            return this;
        }

        public Admission build() {
            return new Admission(this);
        }
    }
}
