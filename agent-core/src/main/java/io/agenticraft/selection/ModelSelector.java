package io.agenticraft.selection;

import io.agenticraft.model.Usage;
import io.agenticraft.pricing.PriceTable;
import io.agenticraft.provider.InvalidRequestException;
import io.agenticraft.provider.ProviderException;
import io.agenticraft.stats.CallListener;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a model for a task: the limits of {@link Requirements} first, then the best score from profiles, prices and
 * what calls have lately been like. It learns of calls as a {@link CallListener}. Safe for use by many threads.
 *
 * <p>It follows a change of a model's latency, first token, speed or errors within 8 calls of that model, by when its
 * estimate has gone 94 % of the way. What it knows of a model that is not called fades by halves, by default each minute,
 * towards the profile, so that a model which was slow is tried again.
 *
 * <pre>{@code
 * ModelSelector selector = ModelSelector.builder().profiles(ModelProfiles.load(file)).build();
 * CallStats stats = CallStats.builder().listener(selector).build();
 * if (selector.select(requirements) instanceof Chosen chosen) {
 *     agent.run("Hello", RunOptions.defaults().with(registry.resolve(chosen.name())));
 * }
 * }</pre>
 */
public final class ModelSelector implements CallListener {
    /** {@value}: of 100 decisions, how many try another model than the best, within the limits. */
    public static final double DEFAULT_EXPLORATION = 0.05;

    /** {@value} s until half of what is known of a model that is not called is forgotten. */
    public static final int DEFAULT_HALF_LIFE_SECONDS = 60;

    private final Candidate[] candidates;
    private final Map<String, Map<String, LiveModel>> byName = new HashMap<>();
    private final double exploration;
    private final Dice dice;
    private final LongSupplier nanoClock;

    private ModelSelector(Builder from) {
        exploration = from.exploration;
        dice = new Dice(from.seed);
        nanoClock = from.nanoClock;
        List<ModelProfile> profiles = from.profiles.all();
        candidates = new Candidate[profiles.size()];
        Fading fading = new Fading(from.halfLife.toNanos());
        long now = nanoClock.getAsLong();
        for (int i = 0; i < candidates.length; i++) {
            ModelProfile profile = profiles.get(i);
            LiveModel live = new LiveModel(profile, fading, now);
            candidates[i] = new Candidate(profile, from.prices.price(profile.provider(), profile.model()), live);
            byName.computeIfAbsent(profile.provider(), name -> new HashMap<>()).put(profile.model(), live);
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Decides. With one seed, the same calls and the same clock it always decides the same. */
    public Selection select(Requirements requirements) {
        int needed = Capability.bits(requirements.capabilities());
        Estimate[] estimates = estimates();
        int best = -1;
        int within = 0;
        double most = 0;
        for (int i = 0; i < candidates.length; i++) {
            Candidate candidate = candidates[i];
            if (candidate.broken(requirements, needed, estimates[i]) == 0) {
                within++;
                double score = candidate.score(requirements, estimates[i]);
                if (best < 0 || score > most) {
                    best = i;
                    most = score;
                }
            }
        }
        Evaluation evaluation = new Evaluation(candidates, requirements, estimates);
        if (best < 0) {
            return new NoCandidate(evaluation);
        }
        boolean explore = within > 1 && dice.next() < exploration;
        return new Chosen(evaluation, explore ? another(evaluation, best, within) : best, explore);
    }

    /** First of all, in a loop of its own: what the decision reads afterwards is the same for all and stays in registers. */
    private Estimate[] estimates() {
        long now = nanoClock.getAsLong();
        Estimate[] estimates = new Estimate[candidates.length];
        for (int i = 0; i < estimates.length; i++) {
            estimates[i] = candidates[i].live.at(now);
        }
        return estimates;
    }

    /** Any candidate within the limits but the best. */
    private int another(Evaluation evaluation, int best, int within) {
        int steps = (int) (dice.next() * (within - 1));
        for (int i = 0; i < candidates.length; i++) {
            if (i != best && evaluation.broken(i) == 0 && steps-- == 0) {
                return i;
            }
        }
        return best;
    }

    @Override
    public void succeeded(String provider, String model, long latencyNanos, long firstTokenNanos, Usage usage) {
        LiveModel known = find(provider, model);
        if (known != null) {
            known.succeeded(nanoClock.getAsLong(), latencyNanos, firstTokenNanos, usage);
        }
    }

    /** A request that is wrong, and a failure of the caller's own, say nothing of the model. */
    @Override
    public void failed(String provider, String model, Throwable failure) {
        LiveModel known = find(provider, model);
        if (known != null && failure instanceof ProviderException && !(failure instanceof InvalidRequestException)) {
            known.failed(nanoClock.getAsLong());
        }
    }

    private @Nullable LiveModel find(String provider, String model) {
        Map<String, LiveModel> models = byName.get(provider);
        return models == null ? null : models.get(model);
    }

    @Override
    public String toString() {
        return "ModelSelector[" + candidates.length + " candidates]";
    }

    /** Collects a {@link ModelSelector}. */
    public static final class Builder {
        private ModelProfiles profiles = ModelProfiles.builtIn();
        private PriceTable prices = PriceTable.builtIn();
        private double exploration = DEFAULT_EXPLORATION;
        private Duration halfLife = Duration.ofSeconds(DEFAULT_HALF_LIFE_SECONDS);
        private long seed = System.nanoTime();
        private LongSupplier nanoClock = System::nanoTime;

        private Builder() {}

        /** The candidates; by default {@link ModelProfiles#builtIn()}. */
        public Builder profiles(ModelProfiles value) {
            profiles = Objects.requireNonNull(value, "profiles");
            return this;
        }

        /** What calls cost; by default {@link PriceTable#builtIn()}. */
        public Builder prices(PriceTable value) {
            prices = Objects.requireNonNull(value, "prices");
            return this;
        }

        /** The share of decisions that try another model than the best, 0 to 1; by default {@value #DEFAULT_EXPLORATION}. */
        public Builder exploration(double value) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("exploration is a share from 0 to 1: " + value);
            }
            exploration = value;
            return this;
        }

        /** After how long half is forgotten; by default {@value #DEFAULT_HALF_LIFE_SECONDS} s. */
        public Builder halfLife(Duration value) {
            if (value.isNegative() || value.isZero()) {
                throw new IllegalArgumentException("halfLife must be above 0: " + value);
            }
            halfLife = value;
            return this;
        }

        /** Makes exploration repeatable; by default it is not. */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /** Measures time; by default {@code System::nanoTime}. */
        public Builder nanoClock(LongSupplier value) {
            nanoClock = Objects.requireNonNull(value, "nanoClock");
            return this;
        }

        public ModelSelector build() {
            return new ModelSelector(this);
        }
    }
}
