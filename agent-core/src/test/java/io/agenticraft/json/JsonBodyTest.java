package io.agenticraft.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

    private static JsonBody body() throws IOException {
        return new JsonBody(Map.of(), Set.of());
    }

    private static String text(JsonBody body) throws IOException {
        return new String(body.toBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void nullFields_areLeftOut() throws IOException {
        JsonBody body =
                body().field("a", (String) null).field("b", (Number) null).field("c", (Boolean) null);
        body.field("d", List.of())
                .field("e", Map.of())
                .field("f", "x")
                .field("g", 1)
                .field("h", true);

        assertEquals("{\"f\":\"x\",\"g\":1,\"h\":true}", text(body));
    }

    @Test
    void values_mayBeOfAnyJdkTypeThatJsonKnows() throws IOException {
        JsonBody body = body().field("a", Map.of("list", List.of(1, 2.5, "x", true, Map.of(), new BigDecimal("1.10"))));

        assertEquals("{\"a\":{\"list\":[1,2.5,\"x\",true,{},1.10]}}", text(body));
    }

    @Test
    void extra_comesLastAndInsteadOfAField() throws IOException {
        JsonBody body = new JsonBody(Map.of("a", 2), Set.of("model"));
        body.field("a", 1).startObject("b").field("a", 3).endObject();

        assertFalse(body.begins("a"));
        assertTrue(body.begins("c"));
        assertEquals("{\"b\":{\"a\":3},\"a\":2}", text(body));
    }

    @Test
    void reservedExtra_isRejected() {
        InvalidJsonException e =
                assertThrows(InvalidJsonException.class, () -> new JsonBody(Map.of("model", "m"), Set.of("model")));

        assertTrue(e.toString().contains("model"), e.toString());
    }

    @Test
    void object_isCopied() throws IOException {
        assertEquals("{\"a\":{\"x\":[1,{}]}}", text(body().object("a", " {\"x\" : [1, {}]} ", "It")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nope", "[1]", "{\"a\":", "{} {}"})
    void object_mustBeOne(String json) {
        InvalidJsonException e = assertThrows(InvalidJsonException.class, () -> body().object("a", json, "The schema"));

        assertTrue(e.toString().contains("The schema is"), e.toString());
    }

    @Test
    void lenientObject_keepsWhatIsNone() throws IOException {
        JsonBody body =
                body().lenientObject("a", "").lenientObject("b", "{\"x\":1}").lenientObject("c", "{\"x");

        assertEquals("{\"a\":{},\"b\":{\"x\":1},\"c\":{\"invalid_json\":\"{\\\"x\"}}", text(body));
    }

    @Test
    void objectThatIsNestedTooDeeply_isSentAsText() throws IOException {
        String deep = "{\"a\":" + "[".repeat(995) + "]".repeat(995) + "}";
        JsonBody body = new JsonBody(Map.of(), Set.of());
        body.startArray("messages").startObject().lenientObject("input", deep);
        body.endObject().endArray();

        assertEquals(
                deep,
                new ObjectMapper()
                        .readTree(body.toBytes())
                        .at("/messages/0/input/invalid_json")
                        .asText());
    }
}
