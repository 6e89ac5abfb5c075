package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invented values, judged by a validator. */
final class SchemaExampleTest {

    private static JsonNode example(String schema, String hint) {
        return SchemaExample.of(Http.json(schema.replace('\'', '"')), hint);
    }

    private static JsonNode argument(String name, String hint) {
        return example("{'type':'object','properties':{'" + name + "':{'type':'string'}}}", hint)
                .path(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'type':'object'}",
                "{'type':'object','required':['a'],'properties':{'a':{'type':'string'},'b':{'type':'integer'}}}",
                "{'type':'object','minProperties':2,'additionalProperties':{'type':'number'}}",
                "{'properties':{'a':{'const':7},'b':{'enum':['x','y']},'c':{'type':['null','boolean']}}}",
                "{'type':'array','minItems':3,'uniqueItems':true,'items':{'type':'string'}}",
                "{'type':'array','minItems':2,'uniqueItems':true,'items':{'type':'integer','maximum':4,'minimum':1}}",
                "{'type':'array','minItems':2,'uniqueItems':true,'items':{'enum':['a','b','c']}}",
                "{'type':'array','prefixItems':[{'type':'string'},{'type':'number'}],'items':false}",
                "{'type':'array','maxItems':0}",
                "{'type':'string','minLength':300}",
                "{'type':'string','maxLength':3}",
                "{'type':'string','pattern':'^[A-Z]{2}-\\\\d{4}$'}",
                "{'type':'string','pattern':'^(red|green)\\\\.?[^x]+$'}",
                "{'type':'string','pattern':'^\\\\w+@\\\\w+$'}",
                "{'type':'integer','minimum':100,'maximum':110,'multipleOf':7}",
                "{'type':'integer','exclusiveMinimum':1,'exclusiveMaximum':3}",
                "{'type':'integer','maximum':-5}",
                "{'type':'number','exclusiveMinimum':0,'exclusiveMaximum':0.1}",
                "{'type':'number','minimum':2.5,'multipleOf':2}",
                "{'anyOf':[{'type':'null'},{'type':'string','maxLength':4}]}",
                "{'oneOf':[{'type':'integer'},{'type':'string'}]}",
                "{'allOf':[{'type':'object','required':['a'],'properties':{'a':{'type':'string'}}},"
                        + "{'required':['b'],'properties':{'b':{'type':'boolean'}}}]}",
                "{'$ref':'#/$defs/n','$defs':{'n':{'type':'object','required':['v'],'properties':{'v':{'type':'integer'},"
                        + "'next':{'$ref':'#/$defs/n'}}}}}",
                "{'type':'object','required':['kids'],'properties':{'kids':{'type':'array','items':{'$ref':'#'}}}}",
                "{'type':'object','required':['next'],'properties':{'next':{'anyOf':[{'$ref':'#'},{'type':'null'}]}}}",
                "{'type':'string','format':'date-time'}",
                "{'type':'string','format':'email'}",
                "{'type':'string','format':'uuid'}",
                "{'type':'string','format':'uri'}",
                "{'type':'null'}"
            })
    void value_satisfiesSchema(String schema) {
        JsonNode parsed = Http.json(schema.replace('\'', '"'));
        for (String hint : List.of("", "Is order 12 for 3.5 euros in Paris?", "a".repeat(500))) {
            JsonNode value = SchemaExample.of(parsed, hint);
            List<Error> errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(parsed)
                    .validate(value);
            assertEquals(List.of(), errors, value::toString);
        }
    }

    @Test
    void wordsOfTheUser_areUsedWhereTheyFit() {
        assertEquals(
                "New York",
                argument("city", "What is the weather in New York today?").asText());
        assertEquals("A-1042", argument("order_id", "Where is order A-1042?").asText());
        assertEquals(
                "jo@example.org",
                argument("email", "Write to jo@example.org now").asText());
        assertEquals("Find shoes", argument("query", "Find shoes").asText());
        assertEquals(
                "celsius",
                example("{'enum':['fahrenheit','celsius']}", "In Celsius please")
                        .asText());
        assertEquals(3, example("{'type':'integer'}", "Give me 3 of them").asInt());
    }

    @Test
    void nothingFitting_hasSensibleDefaults() {
        assertEquals("Berlin", argument("city", "hello").asText());
        assertEquals("1001", argument("orderId", "hello").asText());
        assertTrue(argument("name", "").isTextual());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'string','minLength':2000000000}",
                "{'type':'string','pattern':'a{2000000000}'}",
                "{'type':'array','minItems':2000000000}",
                "{'type':'object','minProperties':2000000000}",
                "{'type':'object','required':['a'],'properties':{'a':{'$ref':'#'}}}",
                "{'$ref':'#'}",
                "{'allOf':[{'$ref':'#'}]}",
                "{'anyOf':[{'$ref':'#'}]}"
            })
    void hostileSchema_isAnsweredWithSomething(String schema) {
        assertTrue(example(schema, "x").toString().length() < 2_000_000);
    }

    @Test
    void missingSchema_isEmptyObject() {
        assertEquals("{}", SchemaExample.of(Json.object().path("none"), "x").toString());
    }

    @Test
    void patternFoundInText_isTaken() {
        assertEquals("AB-1234", PatternExample.of("^[A-Z]{2}-\\d{4}$", "My parcel AB-1234 is lost"));
    }
}
