package io.agenticraft.benchmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agenticraft.benchmark.measure.Recording;
import io.agenticraft.benchmark.measure.Samples;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    @Test
    void report_isOneObject() throws Exception {
        Recording total = Samples.answers(100, true);
        total.failed("server (500)", "broken");
        JsonNode json = read(Samples.report(Samples.result("a", total, true)));
        assertEquals("simulator", json.path("against").asText());
        assertTrue(json.path("complete").asBoolean());
        assertEquals("closed loop of 1", json.at("/settings/Load").asText());
        JsonNode result = json.at("/results/0");
        assertEquals("openai", result.path("provider").asText());
        assertEquals(101, result.path("requests").asInt());
        assertEquals(1, result.at("/errorsByType/server (500)").asInt());
        assertEquals(50, result.at("/latencyMs/p50").asDouble(), 0.1);
        assertEquals(100, result.at("/latencyMs/n").asInt());
        assertEquals(40, result.at("/latencyMs/intervals95/p50/0").asDouble(), 0.1);
        assertEquals(25, result.at("/firstTokenMs/p50").asDouble(), 0.1);
        assertEquals(0.1, result.path("usd").asDouble(), 1e-9);
        assertEquals(50, result.path("answersPerSecond").asDouble(), 1e-9);
        assertEquals("only prompt", result.at("/byPrompt/0/prompt").asText());
    }

    @Test
    void unknown_isNull() throws Exception {
        JsonNode json = read(Samples.report(Samples.result("a", Samples.answers(3, false), false)));
        assertTrue(json.at("/results/0/latencyMs/p99").isNull());
        assertTrue(json.at("/results/0/latencyMs/intervals95/p50").isNull());
        assertTrue(json.at("/results/0/firstTokenMs/p50").isNull());
        assertTrue(json.at("/results/0/trouble").isNull());
    }

    private static JsonNode read(io.agenticraft.benchmark.measure.Report report) throws Exception {
        return new ObjectMapper().readTree(ReportWriter.json().write(report));
    }
}
