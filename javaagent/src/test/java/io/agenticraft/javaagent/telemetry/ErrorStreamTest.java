package io.agenticraft.javaagent.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorStreamTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource({"80, 80", "'', 120", "wide, 120", "3, 40", "9999, 1000", "99999, 120"})
    void width_isThatOfTheTerminal(String columns, int expected) {
        assertEquals(
                expected, stream(Map.of("COLUMNS", columns), new Properties()).width());
    }

    @ParameterizedTest
    @CsvSource({
        "stderr.encoding, UTF-8, true",
        "sun.stderr.encoding, UTF-8, true",
        "native.encoding, UTF-8, true",
        "native.encoding, ANSI_X3.4-1968, false",
        "native.encoding, no-such-charset, false",
        "other, UTF-8, false"
    })
    void unicode_onlyWhereTheStreamTakesIt(String property, String value, boolean expected) {
        Properties properties = new Properties();
        properties.setProperty(property, value);

        assertEquals(expected, stream(Map.of(), properties).isUnicode());
    }

    @Test
    void write_ofWhatTheStreamCannotShow_isAscii() {
        ErrorStream stream = stream(Map.of(), new Properties());

        stream.write("t\u00fcr");

        assertFalse(stream.isUnicode());
        assertEquals("t?r", written.toString(StandardCharsets.UTF_8));
    }

    private ErrorStream stream(Map<String, String> environment, Properties properties) {
        PrintStream out = new PrintStream(written, false, StandardCharsets.UTF_8);
        return new ErrorStream(() -> out, environment, properties);
    }
}
