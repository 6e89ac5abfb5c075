package io.agenticraft.budget;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;

/** One slot, which is the window: named by the second in which it begins. */
final class CalendarWindow extends Window {
    enum Unit {
        MINUTE,
        HOUR,
        DAY,
        MONTH
    }

    private record Span(long begin, long end) {}

    private final Unit unit;
    private final ZoneId zone;
    /** The latest, for most calls are in the same. */
    private volatile Span latest = new Span(0, 0);

    CalendarWindow(Unit unit, ZoneId zone) {
        this.unit = unit;
        this.zone = Objects.requireNonNull(zone, "zone");
    }

    @Override
    long slot(Instant now) {
        return span(now.getEpochSecond()).begin();
    }

    @Override
    long oldest(long slot) {
        return slot;
    }

    @Override
    Instant expiry(long slot) {
        return Instant.ofEpochSecond(span(slot).end());
    }

    private Span span(long second) {
        Span known = latest;
        if (second >= known.begin() && second < known.end()) {
            return known;
        }
        ZonedDateTime begin = begin(Instant.ofEpochSecond(second).atZone(zone));
        Span found = new Span(begin.toEpochSecond(), next(begin).toEpochSecond());
        latest = found;
        return found;
    }

    private ZonedDateTime begin(ZonedDateTime now) {
        return switch (unit) {
            case MINUTE -> now.truncatedTo(ChronoUnit.MINUTES);
            case HOUR -> now.truncatedTo(ChronoUnit.HOURS);
            case DAY -> now.toLocalDate().atStartOfDay(zone);
            case MONTH -> now.toLocalDate().withDayOfMonth(1).atStartOfDay(zone);
        };
    }

    private ZonedDateTime next(ZonedDateTime begin) {
        return switch (unit) {
            case MINUTE -> begin.plusMinutes(1);
            case HOUR -> begin.plusHours(1);
            case DAY -> begin.toLocalDate().plusDays(1).atStartOfDay(zone);
            case MONTH -> begin.toLocalDate().plusMonths(1).atStartOfDay(zone);
        };
    }

    @Override
    public String toString() {
        return "each " + unit.name().toLowerCase(Locale.ROOT) + " in " + (zone.equals(ZoneOffset.UTC) ? "UTC" : zone);
    }
}
