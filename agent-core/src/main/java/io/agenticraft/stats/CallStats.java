package io.agenticraft.stats;

import io.agenticraft.policy.ModelPolicy;
import io.agenticraft.pricing.PriceTable;
import io.agenticraft.provider.ModelProvider;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures calls of models, per provider, model and agent, in fixed memory: about 30 kB for each of a series' one to four
 * distributions. One instance may serve many agents. Measuring never fails a call; what goes wrong is counted.
 *
 * <pre>{@code
 * CallStats stats = CallStats.create();
 * Agent agent = Agent.builder().model("openai:gpt-4o").stats(stats).build();
 * agent.run("Hello");
 * System.out.println(stats.summary());
 * }</pre>
 */
public final class CallStats implements ModelPolicy {
    /** {@value} series. */
    public static final int DEFAULT_MAX_SERIES = 100;

    private static final int SLOTS = 6;
    private static final Duration SLOT = Duration.ofSeconds(10);

    private final LongSupplier nanoClock;
    private final InstantSource wallClock;
    private final long begun;
    private final SeriesMap series;
    private final List<CallListener> listeners;
    private final LongAdder mishaps = new LongAdder();
    private final AtomicLong snapshots = new AtomicLong();

    private CallStats(Builder from) {
        nanoClock = from.nanoClock;
        wallClock = from.wallClock;
        listeners = List.copyOf(from.listeners);
        begun = nanoClock.getAsLong();
        series = new SeriesMap(from.maxSeries, from.prices, new Slots(begun, SLOT.toNanos(), SLOTS));
    }

    /** With built-in prices and at most {@value #DEFAULT_MAX_SERIES} series. */
    public static CallStats create() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public ModelProvider around(ModelProvider next) {
        return new MeasuredProvider(next, this);
    }

    /**
     * Where calls are recorded that do not go through {@link #around}.
     *
     * @param agent the agent's name, or an empty text
     */
    public CallRecorder recorder(String provider, String model, String agent) {
        return series.get(provider, model, agent);
    }

    /** All that was measured since the beginning. */
    public StatsSnapshot snapshot() {
        // One after the other: else a series of the later could be read before that of the earlier.
        synchronized (snapshots) {
            StatsSnapshot.Origin origin = new StatsSnapshot.Origin(this, snapshots.incrementAndGet());
            return snapshot(Duration.ofNanos(nanoClock.getAsLong() - begun), CallRecorder::addTo, origin);
        }
    }

    /** What ended within the last minute: the last 50 to 60 seconds, for time is cut into pieces of 10. */
    public StatsSnapshot lastMinute() {
        long now = nanoClock.getAsLong();
        Duration age = Duration.ofNanos(now - begun);
        Duration window = SLOT.multipliedBy(SLOTS);
        return snapshot(
                age.compareTo(window) < 0 ? age : window, (recorder, sum) -> recorder.addRecent(now, sum), null);
    }

    private StatsSnapshot snapshot(
            Duration covers, BiConsumer<CallRecorder, Measures> reading, StatsSnapshot.@Nullable Origin origin) {
        Instant taken = wallClock.instant();
        List<SeriesStats> found = new ArrayList<>();
        for (CallRecorder recorder : series.all()) {
            Measures sum = new Measures();
            reading.accept(recorder, sum);
            SeriesStats one = new SeriesStats(recorder.key(), sum);
            if (one.requests() > 0) {
                found.add(one);
            }
        }
        return new StatsSnapshot(taken, covers, found, origin);
    }

    /** {@link #snapshot()} as a table for people. */
    public String summary() {
        return snapshot().table();
    }

    /** How often measuring itself has failed, which no call has felt. */
    public long mishaps() {
        return mishaps.sum();
    }

    long now() {
        return nanoClock.getAsLong();
    }

    List<CallListener> listeners() {
        return listeners;
    }

    void mishap() {
        mishaps.increment();
    }

    /** Collects a {@link CallStats}. */
    public static final class Builder {
        private int maxSeries = DEFAULT_MAX_SERIES;
        private PriceTable prices = PriceTable.builtIn();
        private final List<CallListener> listeners = new ArrayList<>();
        private LongSupplier nanoClock = System::nanoTime;
        private InstantSource wallClock = InstantSource.system();

        private Builder() {}

        /** How many combinations of provider, model and agent are told apart; the rest is {@link SeriesKey#OVERFLOW}. */
        public Builder maxSeries(int value) {
            if (value < 1) {
                throw new IllegalArgumentException("maxSeries must be 1 or more: " + value);
            }
            maxSeries = value;
            return this;
        }

        /** By which calls are priced; by default {@link PriceTable#builtIn()}. */
        public Builder prices(PriceTable value) {
            prices = Objects.requireNonNull(value, "prices");
            return this;
        }

        /** Adds one who hears of calls that are measured by {@link CallStats#around}, such as a selector of models. */
        public Builder listener(CallListener value) {
            listeners.add(Objects.requireNonNull(value, "listener"));
            return this;
        }

        /** Measures time; by default {@code System::nanoTime}. */
        public Builder nanoClock(LongSupplier value) {
            nanoClock = Objects.requireNonNull(value, "nanoClock");
            return this;
        }

        /** Dates snapshots; by default the system's clock. */
        public Builder wallClock(InstantSource value) {
            wallClock = Objects.requireNonNull(value, "wallClock");
            return this;
        }

        public CallStats build() {
            return new CallStats(this);
        }
    }
}
