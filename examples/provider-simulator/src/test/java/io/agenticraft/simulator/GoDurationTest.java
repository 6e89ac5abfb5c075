package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GoDurationTest {

    @ParameterizedTest
    @CsvSource({
        "0,0s",
        "12,12ms",
        "999,999ms",
        "1000,1s",
        "1182,1.182s",
        "1050,1.05s",
        "73588,1m13.588s",
        "864000,14m24s",
        "3600000,1h0m0s",
        "5000,5s"
    })
    void durations_areWrittenAsGoDoes(long millis, String text) {
        assertEquals(text, GoDuration.format(Duration.ofMillis(millis)));
    }
}
