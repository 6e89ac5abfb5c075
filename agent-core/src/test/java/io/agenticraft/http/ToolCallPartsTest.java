package io.agenticraft.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.json.JsonReader;
import io.agenticraft.json.MalformedJsonException;
import io.agenticraft.model.ModelEvent;
import io.agenticraft.model.ToolCall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToolCallPartsTest {
    private final List<ModelEvent> events = new ArrayList<>();
    private final ToolCallParts parts = new ToolCallParts(Emitter.to(events::add));

    @Test
    void pieces_belongToTheCallOfTheirIndex() {
        parts.add(0L, "a", "first", "");
        parts.add(1L, "b", "second", "");
        parts.add(1L, null, null, "{\"y\"");
        parts.add(0L, null, null, "{\"x\":1}");
        parts.add(1L, null, null, ":2}");

        assertEquals(
                List.of(new ToolCall("a", "first", "{\"x\":1}"), new ToolCall("b", "second", "{\"y\":2}")),
                parts.toCalls());
        assertEquals(new ModelEvent.ToolCallDelta(1, "b", "second", ""), events.get(2));
        assertEquals(new ModelEvent.ToolCallDelta(1, null, null, ":2}"), events.get(events.size() - 1));
    }

    @Test
    void sameIndexButAnotherIdAndName_isAnotherCall() {
        parts.add(0L, "a", "first", "{}");
        parts.add(0L, "b", "first", "{}");

        assertEquals(
                List.of("a", "b"), parts.toCalls().stream().map(ToolCall::id).toList());
    }

    @Test
    void repeatedIdAndName_isTheSameCall() {
        parts.add(0L, "a", "first", "{");
        parts.add(0L, "a", "first", "}");
        parts.add(0L, null, "first", " ");

        assertEquals(List.of(new ToolCall("a", "first", "{} ")), parts.toCalls());
    }

    @Test
    void withoutIndex_aNameBeginsACall() {
        parts.add(null, null, "first", "{");
        parts.add(null, null, null, "}");
        parts.add(null, null, "first", "{}");

        List<ToolCall> calls = parts.toCalls();
        assertEquals(
                List.of("{}", "{}"), calls.stream().map(ToolCall::arguments).toList());
        assertNotEquals(calls.get(0).id(), calls.get(1).id());
        assertTrue(calls.get(0).id().matches("call_[0-9a-f]{16}"), calls.get(0).id());
    }

    @Test
    void read_takesFieldsInAnyOrderAndArgumentsAsAnObject() throws Exception {
        parts.read(JsonReader.of("{\"function\":{\"arguments\":{\"a\": [1]},\"name\":\"n\"},\"id\":\"x\",\"new\":{}}"));

        assertEquals(List.of(new ToolCall("x", "n", "{\"a\": [1]}")), parts.toCalls());
    }

    @Test
    void endlessCalls_areRefused() throws IOException {
        for (int i = 0; i < 2_000; i++) {
            parts.read(JsonReader.of("{\"index\":" + i + ",\"function\":{\"name\":\"t\"}}"));
        }

        assertThrows(
                MalformedJsonException.class,
                () -> parts.read(JsonReader.of("{\"index\":2000,\"function\":{\"name\":\"t\"}}")));
    }
}
