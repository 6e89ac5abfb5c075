package io.agenticraft.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Half a symbol is what is left where a text was cut; providers refuse the whole request for it. */
class WellFormedTextTest {

    @ParameterizedTest
    @CsvSource({
        "a\ud83d, a\ufffd",
        "\ude00a, \ufffda",
        "\ud83d\ud83d\ude00, \ufffd\ud83d\ude00",
        "\ude00\ud83d, \ufffd\ufffd",
        "\ud83d\ude00, \ud83d\ude00"
    })
    void halfSymbols_areReplaced(String text, String expected) throws IOException {
        JsonBody body = new JsonBody(Map.of("c", text), Set.of());
        body.field("a", text).field("b", List.of(text));

        assertEquals(
                Map.of("a", expected, "b", List.of(expected), "c", expected),
                new ObjectMapper().readValue(body.toBytes(), Map.class));
    }

    @Test
    void wholeSymbols_stay() throws IOException {
        String text = "Gr\u00fc\u00dfe \ud83d\ude00\ud83d\ude00 \u20ac";
        JsonBody body = new JsonBody(Map.of(), Set.of()).field("a", text);

        assertEquals(Map.of("a", text), new ObjectMapper().readValue(body.toBytes(), Map.class));
    }
}
