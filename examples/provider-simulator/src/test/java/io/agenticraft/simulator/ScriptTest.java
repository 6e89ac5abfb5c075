package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Scripts, from the rule to the answer. */
final class ScriptTest {

    private static final Call.Outcome FOUND = new Call.Outcome("lookup", "on its way");

    private static Call.Conversation said(String user, Call.Outcome... outcomes) {
        return new Call.Conversation(user, List.of(outcomes), 1);
    }

    private static String text(ScriptReader reader, Call.Conversation conversation) {
        return String.valueOf(Objects.requireNonNull(reader.reply(conversation)).text());
    }

    @Test
    void inOrder_givesEachReplyOnce() {
        ScriptReader reader = new ScriptReader(Script.inOrder(Reply.text("one"), Reply.text("two")));
        assertEquals("one", text(reader, said("a")));
        assertEquals("two", text(reader, said("a")));
        assertNull(reader.reply(said("a")));
    }

    @Test
    void firstMatchingRule_answers() {
        ScriptReader reader = new ScriptReader(
                Script.empty().when("(?i)order", Reply.text("order")).when("", Reply.text("anything")));
        assertEquals("order", text(reader, said("My ORDER")));
        assertEquals("anything", text(reader, said("Hello")));
    }

    @Test
    void ruleWithTools_isPassedOverOnceResultsAreIn() {
        ScriptReader reader = new ScriptReader(Script.empty()
                .when("order", Reply.tools(Reply.ToolUse.of("lookup")))
                .when("order", Reply.text("It is ${tool.lookup}.")));
        assertEquals(
                1, Objects.requireNonNull(reader.reply(said("order"))).tools().size());
        assertEquals("It is on its way.", text(reader, said("order", FOUND)));
    }

    @Test
    void after_matchesLastResultOnly() {
        ScriptReader reader = new ScriptReader(Script.empty()
                .after("lookup", Reply.tools(Reply.ToolUse.of("refund")))
                .after("refund", Reply.text("done")));
        assertEquals(
                "refund",
                Objects.requireNonNull(reader.reply(said("x", FOUND)))
                        .tools()
                        .get(0)
                        .name());
        assertEquals("done", text(reader, said("x", FOUND, new Call.Outcome("refund", "ok"))));
        assertNull(reader.reply(said("x")));
    }

    @Test
    void variables_areFilledInTextsAndArguments() {
        ScriptReader reader = new ScriptReader(Script.empty()
                .when(
                        "order (\\d+)(, please)?",
                        new Reply(
                                "About ${1}",
                                "${user} / ${1}${2}${9}${nothing}",
                                List.of(new Reply.ToolUse("lookup", Map.of("order", "${1}", "n", 3))),
                                null)));
        Reply reply = Objects.requireNonNull(reader.reply(said("order 42")));
        assertEquals("About 42", reply.reasoning());
        assertEquals("order 42 / 42", reply.text());
        assertEquals(Map.of("order", "42", "n", 3), reply.tools().get(0).arguments());
    }

    @Test
    void dollarsInValues_areNotRead() {
        ScriptReader reader = new ScriptReader(Script.empty().when("", Reply.text("Said: ${user}")));
        assertEquals("Said: ${1} \\ $2", text(reader, said("${1} \\ $2")));
    }

    @Test
    void scriptedConversation_isHeldOverTheWire() {
        Script script = Script.empty()
                .when(
                        "order (\\d+)",
                        Reply.tools(new Reply.ToolUse("lookup", Map.of("id", "${1}")))
                                .withReasoning("Hm."))
                .after("lookup", Reply.text("Order: ${tool.lookup}"))
                .when("crash", Reply.fault(Fault.OVERLOADED));
        try (Simulator simulator =
                Simulator.start(SimulatorOptions.builder().script(script).build())) {
            JsonNode first = Http.json(openAi(simulator, "{\"role\":\"user\",\"content\":\"order 7\"}"));
            JsonNode call = first.at("/choices/0/message/tool_calls/0");
            assertEquals("{\"id\":\"7\"}", call.at("/function/arguments").asText());
            JsonNode second = Http.json(openAi(
                    simulator,
                    "{\"role\":\"user\",\"content\":\"order 7\"}," + first.at("/choices/0/message")
                            + ",{\"role\":\"tool\",\"tool_call_id\":\""
                            + call.path("id").asText()
                            + "\",\"content\":\"shipped\"}"));
            assertEquals(
                    "Order: shipped", second.at("/choices/0/message/content").asText());
            assertEquals(
                    529,
                    openAi(simulator, "{\"role\":\"user\",\"content\":\"crash\"}")
                            .statusCode());
        }
    }

    private static HttpResponse<String> openAi(Simulator simulator, String messages) {
        return Http.openAi(simulator, "{\"model\":\"gpt-4o-mini\",\"messages\":[" + messages + "]}");
    }

    @Test
    void ruleUsableNever_isRefused() {
        Reply reply = Reply.text("x");
        assertThrows(IllegalArgumentException.class, () -> new Script.Rule(null, null, reply, 0));
    }
}
