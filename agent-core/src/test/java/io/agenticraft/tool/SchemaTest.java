package io.agenticraft.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agenticraft.testing.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private static void assertJson(String expected, Schema schema) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        assertEquals(mapper.readTree(expected), mapper.readTree(schema.toJson()));
    }

    @Test
    void emptyObject_acceptsNoProperties() throws Exception {
        assertJson("""
                {"type":"object","properties":{},"required":[],"additionalProperties":false}""", Schema.object());
    }

    @Test
    void everyKindOfProperty_isWritten() throws Exception {
        Schema schema = Schema.object()
                .string("city", "the city")
                .required()
                .integer("days", "how many")
                .number("height", "metres")
                .bool("exact", "no rounding")
                .enumeration("unit", "the unit", "c", "f")
                .array("tags", "some words", Schema.string())
                .property(
                        "place", "where", Schema.object().number("lat", "north").required())
                .required();
        assertJson("""
                {"type":"object","properties":{
                  "city":{"type":"string","description":"the city"},
                  "days":{"type":"integer","description":"how many"},
                  "height":{"type":"number","description":"metres"},
                  "exact":{"type":"boolean","description":"no rounding"},
                  "unit":{"type":"string","enum":["c","f"],"description":"the unit"},
                  "tags":{"type":"array","items":{"type":"string"},"description":"some words"},
                  "place":{"type":"object","properties":{"lat":{"type":"number","description":"north"}},
                    "required":["lat"],"additionalProperties":false,"description":"where"}},
                 "required":["city","place"],"additionalProperties":false}""", schema);
    }

    @Test
    void schema_isNotChangedByWhatIsDerivedFromIt() throws Exception {
        Schema base = Schema.object().string("a", "first");
        base.required();
        base.string("b", "second");
        assertJson("""
                {"type":"object","properties":{"a":{"type":"string","description":"first"}},
                 "required":[],"additionalProperties":false}""", base);
    }

    @Test
    void jsonText_isKept() throws Exception {
        assertJson(
                "{\"type\":\"object\",\"minProperties\":1}",
                Schema.ofJson("{\"type\":\"object\",\"minProperties\":1}"));
    }

    @Test
    void misuse_isToldAtOnce() {
        assertThrows(IllegalStateException.class, () -> Schema.object().required());
        assertThrows(IllegalStateException.class, () -> Schema.string().string("a", "b"));
        assertThrows(
                IllegalStateException.class,
                () -> Schema.object().string("a", "b").integer("a", "c"));
        assertThrows(IllegalArgumentException.class, () -> Schema.enumeration(List.of()));
        assertThrows(IllegalArgumentException.class, () -> Schema.ofJson("[]"));
        Check.contains(
                "Not JSON",
                assertThrows(IllegalArgumentException.class, () -> Schema.ofJson("{"))
                        .getMessage());
    }
}
