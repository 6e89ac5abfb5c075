package io.agenticraft.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final Instant NOW = Instant.parse("2026-02-28T22:59:59.999Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Instant end(Window window) {
        return window.expiry(window.slot(NOW));
    }

    @Test
    void calendarWindows_endWithTheClock() {
        assertEquals(Instant.parse("2026-02-28T23:00:00Z"), end(Window.minute()));
        assertEquals(Instant.parse("2026-02-28T23:00:00Z"), end(Window.hour()));
        assertEquals(Instant.parse("2026-03-01T00:00:00Z"), end(Window.day()));
        assertEquals(Instant.parse("2026-03-01T00:00:00Z"), end(Window.month()));
        assertEquals(Instant.parse("2026-02-28T23:00:00Z"), end(Window.month(BERLIN)));
    }

    @Test
    void dayOfAClockChange_isShorter() {
        Window day = Window.day(BERLIN);
        Instant spring = Instant.parse("2026-03-29T12:00:00Z");
        long slot = day.slot(spring);
        assertEquals(Instant.parse("2026-03-28T23:00:00Z").getEpochSecond(), slot);
        assertEquals(Instant.parse("2026-03-29T22:00:00Z"), day.expiry(slot));
    }

    @Test
    void slots_changeAtTheEndOnly() {
        Window minute = Window.minute();
        assertEquals(minute.slot(NOW), minute.slot(NOW.minusSeconds(59)));
        assertNotEquals(minute.slot(NOW), minute.slot(NOW.plusMillis(1)));
        assertEquals(minute.slot(NOW), minute.oldest(minute.slot(NOW)));
        assertEquals(minute.slot(NOW), minute.slot(NOW), "Also after another one was asked for");
    }

    @Test
    void rollingWindow_countsForItsLengthAndAtMostASlotLonger() {
        Window hour = Window.rolling(Duration.ofHours(1));
        long spent = hour.slot(NOW);
        long anHourLater = hour.slot(NOW.plus(Duration.ofHours(1)).minusMillis(1));
        assertTrue(spent >= hour.oldest(anHourLater));
        long later = hour.slot(NOW.plus(Duration.ofMinutes(61)));
        assertTrue(spent < hour.oldest(later));
        assertTrue(hour.expiry(spent).isAfter(NOW.plus(Duration.ofHours(1))));
    }
}
