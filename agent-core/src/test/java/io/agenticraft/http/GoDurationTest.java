package io.agenticraft.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {
    @ParameterizedTest
    @CsvSource({
        "12ms, 12",
        "1.182s, 1182",
        "0s, 0",
        "1m13.588s, 73588",
        "14m24s, 864000",
        "2h, 7200000",
        "1h2m3s4ms, 3723004",
        "7, 7000",
        "0.5, 500"
    })
    void value_isRead(String value, long millis) {
        assertEquals(Duration.ofMillis(millis), GoDuration.parse(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soon", "-1", "1x", "s", "1m-2s", "Wed", ".5s", "5.s", "1.2.3s", "2026-11-01T12:00:00Z"})
    void value_isNullForAnythingElse(String value) {
        assertNull(GoDuration.parse(value));
    }
}
