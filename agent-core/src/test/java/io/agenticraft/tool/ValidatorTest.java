package io.agenticraft.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValidatorTest {
    private static final Schema SCHEMA = Schema.object()
            .string("city", "the city")
            .required()
            .integer("days", "how many")
            .number("height", "metres")
            .bool("exact", "no rounding")
            .enumeration("unit", "the unit", "celsius", "fahrenheit")
            .array("tags", "words", Schema.string())
            .property("place", "where", Schema.object().number("lat", "north").required());

    private static List<String> faults(Schema schema, String json) throws Exception {
        return Validator.faults(schema.node(), Json.parse(json));
    }

    @Test
    void fittingValue_hasNoFaults() throws Exception {
        assertEquals(List.of(), faults(SCHEMA, """
                        {"city":"Graz","days":3,"height":1,"exact":false,"unit":"celsius","tags":["a"],"place":{"lat":47.1}}"""));
    }

    @Test
    void missingAndNullRequired_areReported() throws Exception {
        assertEquals(List.of("city is required, but missing"), faults(SCHEMA, "{}"));
        assertEquals(List.of("city is required, but missing"), faults(SCHEMA, "{\"city\":null}"));
    }

    @Test
    void optionalNull_countsAsAbsent() throws Exception {
        assertEquals(List.of(), faults(SCHEMA, "{\"city\":\"Graz\",\"days\":null,\"unit\":null}"));
    }

    @Test
    void allFaults_areReportedWithTheirPaths() throws Exception {
        assertEquals(
                List.of(
                        "city must be a string, but is 5",
                        "days must be an integer, but is 1.5",
                        "height must be a number, but is \"tall\"",
                        "exact must be a boolean, but is \"yes\"",
                        "unit must be one of [\"celsius\",\"fahrenheit\"], but is \"kelvin\"",
                        "tags[1] must be a string, but is 2",
                        "place.lat is required, but missing",
                        "place.lon is unknown; known are [lat]",
                        "mood is unknown; known are [city, days, height, exact, unit, tags, place]"),
                faults(SCHEMA, """
                        {"city":5,"days":1.5,"height":"tall","exact":"yes","unit":"kelvin","tags":["a",2],
                         "place":{"lon":1},"mood":"good"}"""));
    }

    @Test
    void wholeNumberWithADecimalPoint_isAnInteger() throws Exception {
        assertEquals(List.of(), faults(SCHEMA, "{\"city\":\"Graz\",\"days\":3.0}"));
    }

    @Test
    void rootOfAnotherType_isReported() throws Exception {
        assertEquals(List.of("the whole must be an object, but is []"), faults(SCHEMA, "[]"));
    }

    @Test
    void foreignSchema_isCheckedInItsEssentials() throws Exception {
        Schema foreign = Schema.ofJson("""
                {"type":"object","properties":{"a":{"type":["string","null"]},"b":{"const":1},"c":{"anyOf":[]}}}""");
        assertEquals(List.of(), faults(foreign, "{\"a\":null,\"b\":1,\"c\":{},\"other\":true}"));
        assertEquals(
                List.of("a must be of type [\"string\",\"null\"], but is 1", "b must be 1, but is 2"),
                faults(foreign, "{\"a\":1,\"b\":2}"));
    }

    /** Strict schemas require all properties, and say null where one may be left out. */
    @Test
    void requiredNull_isTakenWhereTheTypeSaysSo() throws Exception {
        Schema strict = Schema.ofJson(
                "{\"type\":\"object\",\"required\":[\"a\",\"b\",\"c\"],\"properties\":"
                        + "{\"a\":{\"type\":[\"string\",\"null\"]},\"b\":{\"anyOf\":[{\"type\":\"null\"}]},\"c\":{\"type\":\"string\"}}}");

        assertEquals(List.of("c is required, but missing"), faults(strict, "{\"a\":null,\"b\":null,\"c\":null}"));
        assertEquals(
                List.of("a is required, but missing", "b is required, but missing"), faults(strict, "{\"c\":\"\"}"));
    }
}
