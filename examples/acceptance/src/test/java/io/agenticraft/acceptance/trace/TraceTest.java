package io.agenticraft.acceptance.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TraceTest {

    private final StoredSpan run = span("1", null, "invoke_agent desk");
    private final StoredSpan chat = span("2", "1", "chat m");
    private final StoredSpan tool = span("3", "1", "execute_tool t");
    private final Trace trace = new Trace("t", List.of(run, chat, tool));

    @Test
    void tree_hangsTogether() {
        assertEquals(run, trace.root());
        assertEquals(List.of(chat, tool), trace.children(run));
        assertEquals(List.of(), trace.children(chat));
        assertEquals(chat, trace.span("chat m"));
    }

    @Test
    void whole_needsEnoughSpansUnderOneRoot() {
        assertTrue(trace.isWhole(3));
        assertFalse(trace.isWhole(4), "a span is still missing");
        assertFalse(new Trace("t", List.of(chat)).isWhole(1), "the parent is still missing");
        assertFalse(new Trace("t", List.of(run, span("4", "9", "x"))).isWhole(2), "one parent is still missing");
        assertFalse(new Trace("t", List.of()).isWhole(0));
    }

    @Test
    void only_failsWithTheTreeWhenThereAreTwo() {
        Trace doubled = new Trace("t", List.of(run, chat, span("5", "2", "chat m")));

        AssertionError e = assertThrows(AssertionError.class, () -> doubled.span("chat m"));

        assertTrue(String.valueOf(e.getMessage()).startsWith("2 spans for \"chat m\" instead of one in\ntrace t\n"));
    }

    @Test
    void toString_drawsTheTree() {
        assertEquals("""
                trace t
                  invoke_agent desk [s, INTERNAL, UNSET] {}
                    chat m [s, INTERNAL, UNSET] {}
                    execute_tool t [s, INTERNAL, UNSET] {}
                """, trace.toString());
    }

    private static StoredSpan span(String id, @Nullable String parent, String name) {
        return new StoredSpan(
                "t",
                id,
                parent,
                name,
                SpanKind.INTERNAL,
                Map.of(),
                SpanStatus.UNSET,
                Map.of("service.name", "s"),
                "lib",
                List.of());
    }
}
