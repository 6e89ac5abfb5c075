package io.agenticraft.stats;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All series at a moment, or within a window. Immutable. */
public final class StatsSnapshot {
    private final Instant taken;
    private final Duration covers;
    private final List<SeriesStats> series;
    private final @Nullable Origin origin;

    /**
     * Of which measurements a snapshot is the whole.
     *
     * @param number later ones have higher numbers
     */
    record Origin(Object owner, long number) {}

    /**
     * @param origin null where it is no whole, but a window or a difference
     */
    StatsSnapshot(Instant taken, Duration covers, List<SeriesStats> series, @Nullable Origin origin) {
        this.taken = taken;
        this.covers = covers.isNegative() ? Duration.ZERO : covers;
        this.series = List.copyOf(series);
        this.origin = origin;
    }

    /** When it was taken. */
    public Instant taken() {
        return taken;
    }

    /** How much time before that it covers. */
    public Duration covers() {
        return covers;
    }

    /** The series in which anything ended, in the order in which they began. */
    public List<SeriesStats> series() {
        return series;
    }

    /** One series, or null where nothing was measured. */
    public @Nullable SeriesStats series(String provider, String model, String agent) {
        return find(new SeriesKey(provider, model, agent));
    }

    private @Nullable SeriesStats find(SeriesKey key) {
        for (SeriesStats one : series) {
            if (one.key().equals(key)) {
                return one;
            }
        }
        return null;
    }

    /** The sum of all. */
    public SeriesStats total() {
        List<SeriesStats> sums = sums(key -> SeriesKey.TOTAL);
        return sums.isEmpty() ? new SeriesStats(SeriesKey.TOTAL, new Measures()) : sums.get(0);
    }

    /** A sum per provider. */
    public List<SeriesStats> byProvider() {
        return sums(key -> new SeriesKey(key.provider(), "", ""));
    }

    /** A sum per provider and model. */
    public List<SeriesStats> byModel() {
        return sums(key -> new SeriesKey(key.provider(), key.model(), ""));
    }

    /** A sum per agent. */
    public List<SeriesStats> byAgent() {
        return sums(key -> new SeriesKey("", "", key.agent()));
    }

    private List<SeriesStats> sums(UnaryOperator<SeriesKey> group) {
        Map<SeriesKey, Measures> sums = new LinkedHashMap<>();
        for (SeriesStats one : series) {
            sums.computeIfAbsent(group.apply(one.key()), key -> new Measures()).add(one.measures());
        }
        List<SeriesStats> result = new ArrayList<>();
        sums.forEach((key, measures) -> result.add(new SeriesStats(key, measures)));
        return result;
    }

    /**
     * What happened after an earlier snapshot of the same {@link CallStats}.
     *
     * @throws IllegalArgumentException if {@code earlier} is later, or one of the two is of others or of a window
     */
    public StatsSnapshot since(StatsSnapshot earlier) {
        if (!follows(earlier)) {
            throw new IllegalArgumentException(
                    "since() compares two results of snapshot() of one CallStats, the earlier"
                            + " one being the argument; these are from " + earlier.taken + " and " + taken
                            + (origin == null || earlier.origin == null
                                    ? ", and one of them is a window or a difference"
                                    : ""));
        }
        List<SeriesStats> changed = new ArrayList<>();
        for (SeriesStats now : series) {
            Measures difference = new Measures();
            difference.add(now.measures());
            SeriesStats before = earlier.find(now.key());
            if (before != null) {
                difference.subtract(before.measures());
            }
            SeriesStats one = new SeriesStats(now.key(), difference);
            if (one.requests() > 0) {
                changed.add(one);
            }
        }
        return new StatsSnapshot(taken, covers.minus(earlier.covers), changed, null);
    }

    /** By identity of the owner, which has no other. */
    @SuppressWarnings("ReferenceEquality")
    private boolean follows(StatsSnapshot earlier) {
        Origin one = earlier.origin;
        Origin other = origin;
        return one != null
                && other != null
                && one.owner == other.owner
                // Taken the wrong way round they are nevertheless equal if nothing ended in between.
                && (one.number <= other.number
                        || total().requests() == earlier.total().requests());
    }

    /** A table for people, a line per series; times in milliseconds, money in USD. */
    public String table() {
        return StatsText.table(this);
    }

    /** The same and more for programs, as one JSON object; what is not known is null. */
    public String json() {
        return StatsJson.json(this);
    }

    @Override
    public String toString() {
        return table();
    }
}
