package io.agenticraft.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time that a budget is for. It is cut into slots; those that count at a moment make up its window. */
public abstract sealed class Window permits CalendarWindow, RollingWindow {

    /** Each minute of the clock. */
    public static Window minute() {
        return new CalendarWindow(CalendarWindow.Unit.MINUTE, ZoneOffset.UTC);
    }

    /** Each hour of the clock, in UTC. */
    public static Window hour() {
        return new CalendarWindow(CalendarWindow.Unit.HOUR, ZoneOffset.UTC);
    }

    /** Each day, in UTC. */
    public static Window day() {
        return day(ZoneOffset.UTC);
    }

    /** Each day somewhere. */
    public static Window day(ZoneId zone) {
        return new CalendarWindow(CalendarWindow.Unit.DAY, zone);
    }

    /** Each month, in UTC. */
    public static Window month() {
        return month(ZoneOffset.UTC);
    }

    /** Each month somewhere. */
    public static Window month(ZoneId zone) {
        return new CalendarWindow(CalendarWindow.Unit.MONTH, zone);
    }

    /**
     * The time until now of a given length, at least one second. What was spent counts for that long, and up to a 60th
     * longer.
     */
    public static Window rolling(Duration length) {
        return new RollingWindow(length);
    }

    /** The slot of a moment; later ones have higher numbers. */
    abstract long slot(Instant now);

    /** The oldest slot that counts while {@code slot} is the newest. */
    abstract long oldest(long slot);

    /** When a slot ceases to count. */
    abstract Instant expiry(long slot);
}
