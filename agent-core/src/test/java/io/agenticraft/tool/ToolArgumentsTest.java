package io.agenticraft.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.testing.Check;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ToolArgumentsTest {
    private static final Schema ANYTHING = Schema.ofJson("{\"type\":\"object\"}");

    record Place(String city, int days, @Nullable String note) {}

    private static ToolArguments of(String json) {
        return ToolArguments.parse("forecast", json, ANYTHING);
    }

    private static void assertRejected(String words, Executable getter) {
        Check.contains(words, assertThrows(ToolArgumentsException.class, getter).getMessage());
    }

    @Test
    void getters_giveTheValues() {
        ToolArguments arguments = of("""
                {"s":"text","i":3,"whole":4.0,"n":1.5,"b":true,"list":["x","y"],"none":null}""");
        assertEquals("text", arguments.string("s"));
        assertEquals(3, arguments.integer("i"));
        assertEquals(4, arguments.integer("whole"));
        assertEquals(1.5, arguments.number("n"));
        assertEquals(3.0, arguments.number("i"));
        assertTrue(arguments.bool("b"));
        assertEquals(List.of("x", "y"), arguments.strings("list"));
        assertTrue(arguments.has("s"));
        assertFalse(arguments.has("none"));
        assertFalse(arguments.has("other"));
    }

    @Test
    void fallbacks_standInForMissingAndNull() {
        ToolArguments arguments = of("{\"none\":null,\"s\":\"x\",\"i\":1,\"n\":2,\"b\":false}");
        assertEquals("f", arguments.string("none", "f"));
        assertEquals("x", arguments.string("s", "f"));
        assertEquals(7, arguments.integer("none", 7));
        assertEquals(1, arguments.integer("i", 7));
        assertEquals(0.5, arguments.number("none", 0.5));
        assertEquals(2.0, arguments.number("n", 0.5));
        assertTrue(arguments.bool("none", true));
        assertFalse(arguments.bool("b", true));
        assertEquals(List.of(), arguments.strings("none"));
    }

    @Test
    void getters_sayWhatIsWrong() {
        ToolArguments arguments = of("{\"s\":\"text\",\"n\":1.5,\"big\":3000000000,\"list\":[1]}");
        assertRejected("The argument x of forecast is missing", () -> arguments.string("x"));
        assertRejected("s of forecast must be an integer", () -> arguments.integer("s"));
        assertRejected("but is 1.5", () -> arguments.integer("n"));
        assertRejected("3000000000", () -> arguments.integer("big"));
        assertRejected("must be a string", () -> arguments.string("n"));
        assertRejected("must be a number", () -> arguments.number("s"));
        assertRejected("must be true or false", () -> arguments.bool("s"));
        assertRejected("must be an array of strings", () -> arguments.strings("s"));
        assertRejected("but is [1]", () -> arguments.strings("list"));
    }

    @Test
    void record_isReadWhole() {
        assertEquals(
                new Place("Graz", 3, null),
                of("{\"city\":\"Graz\",\"days\":3,\"more\":1}").as(Place.class));
        assertRejected("cannot be read", () -> of("{\"days\":\"many\"}").as(Place.class));
    }

    @Test
    void nothingAtAll_countsAsNoArguments() {
        assertEquals("{}", of("").toJson());
        assertEquals("{}", of(" \n").toString());
    }

    @Test
    void text_mustBeOneJsonObject() {
        assertRejected("not valid JSON", () -> of("{\"city\":\"Gr"));
        assertRejected("not valid JSON", () -> of("{}{}"));
        assertRejected("must be an object", () -> of("[1]"));
        assertRejected("must be an object", () -> of("\"{}\""));
    }

    @Test
    void longValue_isShownShortened() {
        ToolArguments arguments = of("{\"s\":\"" + "x".repeat(1000) + "\"}");
        String message = assertThrows(ToolArgumentsException.class, () -> arguments.integer("s"))
                .getMessage();
        Check.contains("xxx...", message);
        Check.containsNot("x".repeat(100), message);
    }

    @Test
    void nullForAllArguments_isNone() {
        assertEquals("{}", of("null").toJson());
        assertEquals("{}", of(" ").toJson());
    }
}
