package io.agenticraft.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationsTest {
    @Test
    void units_areThoseThatPeopleWrite() {
        assertEquals(Duration.ofMillis(500), Durations.parse("500ms"));
        assertEquals(Duration.ofMillis(1500), Durations.parse("1.5s"));
        assertEquals(Duration.ofMinutes(2), Durations.parse("2m"));
        assertEquals(Duration.ofHours(1), Durations.parse("1h"));
        assertEquals("30 s", Durations.describe(Duration.ofSeconds(30)));
        assertEquals("250 ms", Durations.describe(Duration.ofMillis(250)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "s", "-3s", "0s", "1d", "1,5s", "99999999999s"})
    void anythingElse_isRefused(String text) {
        assertThrows(TypeConversionException.class, () -> Durations.parse(text));
    }
}
