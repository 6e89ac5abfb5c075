package io.agenticraft.acceptance.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OtlpJsonTest {

    @Test
    void span_isReadWhole() {
        StoredSpan span = spans("""
                        {"traceId":"t1","spanId":"b","parentSpanId":"a","name":"chat m","kind":3,"startTimeUnixNano":"5",
                         "attributes":[
                           {"key":"s","value":{"stringValue":"x"}},{"key":"i","value":{"intValue":"12"}},
                           {"key":"d","value":{"doubleValue":0.5}},{"key":"b","value":{"boolValue":true}},
                           {"key":"l","value":{"arrayValue":{"values":[{"stringValue":"stop"}]}}}],
                         "events":[{"name":"exception","attributes":[{"key":"a","value":{"intValue":"1"}}]}],"status":{"code":2}}
                        """).get(0).spans().get(0);

        assertEquals("t1", span.traceId());
        assertEquals("b", span.id());
        assertEquals("a", span.parentId());
        assertEquals("chat m", span.name());
        assertEquals(SpanKind.CLIENT, span.kind());
        assertEquals(SpanStatus.ERROR, span.status());
        assertEquals("desk", span.service());
        assertEquals("lib", span.scope());
        assertEquals(List.of("exception"), span.eventNames());
        assertEquals(1L, span.event("exception").attribute("a"));
        assertEquals(Map.of("s", "x", "i", 12L, "d", 0.5, "b", true, "l", List.of("stop")), span.attributes());
    }

    @Test
    void absentFields_areDefaults() {
        StoredSpan span = spans("{\"traceId\":\"t1\",\"spanId\":\"a\",\"name\":\"n\"}")
                .get(0)
                .span("n");

        assertNull(span.parentId());
        assertEquals(SpanKind.UNSPECIFIED, span.kind());
        assertEquals(SpanStatus.UNSET, span.status());
        assertNull(span.attribute("any"));
    }

    @Test
    void spans_areGroupedByTraceInTheOrderOfTheirStart() {
        List<Trace> traces = spans("""
                {"traceId":"t2","spanId":"c","name":"other","startTimeUnixNano":"3"},
                {"traceId":"t1","spanId":"b","name":"second","startTimeUnixNano":"2"},
                {"traceId":"t1","spanId":"a","name":"first","startTimeUnixNano":"1"}
                """);

        assertEquals(List.of("t1", "t2"), traces.stream().map(Trace::id).toList());
        assertEquals(
                List.of("first", "second"),
                traces.get(0).spans().stream().map(StoredSpan::name).toList());
    }

    private static List<Trace> spans(String json) {
        String document = """
                [{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"desk"}}]},
                  "scopeSpans":[{"scope":{"name":"lib"},"spans":[%s]}]}]
                """.formatted(json);
        try {
            return OtlpJson.traces(new ObjectMapper().readTree(document));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
