package io.agenticraft.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    private static JsonReader at(String json, String field) throws IOException {
        JsonReader reader = JsonReader.of(json);
        assertTrue(reader.enterObject());
        while (reader.nextField()) {
            if (reader.field().equals(field)) {
                return reader;
            }
            reader.skip();
        }
        throw new AssertionError("No field " + field);
    }

    @Test
    void fields_comeInOrderAndCanBeSkipped() throws IOException {
        JsonReader reader = JsonReader.of("{\"a\":{\"x\":[1,{}]},\"b\":[[]],\"c\":1}");
        List<String> names = new ArrayList<>();
        for (boolean in = reader.enterObject(); in && reader.nextField(); ) {
            names.add(reader.field());
            reader.skip();
        }
        reader.end();

        assertEquals(List.of("a", "b", "c"), names);
    }

    @Test
    void text_isNullForAnotherKind() throws IOException {
        assertEquals("ü", at("{\"a\":\"\\u00fc\"}", "a").text());
        assertEquals("12", at("{\"a\":12}", "a").text());
        assertNull(at("{\"a\":null}", "a").text());
        JsonReader reader = at("{\"a\":{\"b\":1},\"c\":2}", "a");
        assertNull(reader.text());
        assertTrue(reader.nextField());
        assertEquals(2L, reader.number());
    }

    @Test
    void number_isNullForAnotherKind() throws IOException {
        assertEquals(1_700_000_000_000L, at("{\"a\":1700000000000}", "a").number());
        assertEquals(12L, at("{\"a\":12.0}", "a").number());
        assertNull(at("{\"a\":\"12\"}", "a").number());
    }

    @Test
    void anotherKind_isNotEntered() throws IOException {
        JsonReader reader = at("{\"a\":[1],\"b\":{}}", "a");
        assertFalse(reader.enterObject());
        assertTrue(reader.nextField());
        assertFalse(reader.enterArray());
        assertFalse(reader.nextField());
    }

    @Test
    void elements_areWalked() throws IOException {
        JsonReader reader = at("{\"a\":[1,[2],\"x\"]}", "a");
        List<String> values = new ArrayList<>();
        for (boolean in = reader.enterArray(); in && reader.nextElement(); ) {
            values.add(String.valueOf(reader.text()));
        }

        assertEquals(List.of("1", "null", "x"), values);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"b\" : [1, 2.50]}", "[ ]", "\"ü\\n\"", "12.5", "null", "true"})
    void raw_isExactlyWhatWasSent(String value) throws IOException {
        byte[] padded = ("  {\"x\":1,\"a\" : " + value + " , \"z\":3}").getBytes(StandardCharsets.UTF_8);
        JsonReader reader = new JsonReader(padded, 1, padded.length - 1);
        reader.enterObject();
        reader.nextField();
        reader.nextField();

        assertEquals(value, reader.raw());
        assertTrue(reader.nextField());
        assertEquals("z", reader.field());
    }

    @Test
    void fork_readsAValueLater() throws IOException {
        JsonReader reader = at("{\"a\":{\"b\":{\"c\":\"ü\"}},\"z\":3}", "a");
        JsonReader fork = reader.fork();
        assertTrue(reader.nextField());
        assertEquals(3L, reader.number());
        fork.enterObject();
        fork.nextField();

        assertEquals("{\"c\":\"ü\"}", fork.raw());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{\"a\":", "{\"a\":1", "{\"a\" 1}", "{} {}", "nope", "{\"a\":\"x"})
    void notJson_isAnIoException(String text) {
        assertThrows(IOException.class, () -> {
            JsonReader reader = JsonReader.of(text);
            reader.skip();
            reader.end();
        });
        assertFalse(JsonReader.isObject(text));
    }

    @Test
    void isObject_isTrueForAnObjectOnly() {
        assertTrue(JsonReader.isObject(" {\"a\":[1]} "));
        assertFalse(JsonReader.isObject("[1]"));
        assertFalse(JsonReader.isObject("1"));
    }

    @Test
    void numberBeyondALong_isNoNumber() throws IOException {
        assertEquals(Long.MAX_VALUE, at("{\"a\":9223372036854775807}", "a").number());
        for (String number : List.of("9223372036854775808", "-99999999999999999999", "1e400", "-1e19")) {
            JsonReader reader = at("{\"a\":" + number + ",\"b\":2}", "a");
            assertNull(reader.number(), number);
            assertTrue(reader.nextField());
            assertEquals(2L, reader.number());
        }
    }

    @Test
    void count_isNeverNegative() throws IOException {
        assertEquals(0L, at("{\"a\":0}", "a").count());
        assertNull(at("{\"a\":-1}", "a").count());
        assertNull(at("{\"a\":\"1\"}", "a").count());
    }

    @Test
    void object_isOneAndNotTooDeep() {
        assertTrue(JsonReader.isObject(" {\"a\":[{}]} "));
        assertTrue(JsonReader.isObject("{\"a\":" + "[".repeat(800) + "]".repeat(800) + "}"));
        for (String other : List.of("", "1", "[{}]", "null", "{}{}", "{\"a\":1", "{\"a\":1}]")) {
            assertFalse(JsonReader.isObject(other), other);
        }
        assertFalse(JsonReader.isObject("{\"a\":" + "[".repeat(950) + "]".repeat(950) + "}"));
    }
}
