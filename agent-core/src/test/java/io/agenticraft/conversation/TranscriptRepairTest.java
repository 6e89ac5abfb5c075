package io.agenticraft.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.Content;
import io.agenticraft.model.Message;
import io.agenticraft.model.Reasoning;
import io.agenticraft.model.Role;
import io.agenticraft.model.Text;
import io.agenticraft.model.ToolCall;
import io.agenticraft.model.ToolResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls and results are never parted, whatever happened to the log. */
class TranscriptRepairTest {
    private static final Message ASK = Message.user("weather?");
    private static final Message DONE = Message.assistant("sunny");

    private static ToolCall call(String id) {
        return new ToolCall(id, "weather", "{}");
    }

    private static Message calls(String... ids) {
        List<Content> calls = new ArrayList<>();
        for (String id : ids) {
            calls.add(call(id));
        }
        return new Message(Role.ASSISTANT, calls);
    }

    private static ToolResult result(String id) {
        return new ToolResult(id, "weather", "of " + id, false);
    }

    private static ToolResult missing(String id) {
        return new ToolResult(id, "weather", Transcript.NO_RESULT, true);
    }

    private static Message results(ToolResult... results) {
        return Message.tool(List.of(results));
    }

    private static Message results(String... ids) {
        return Message.tool(
                List.of(ids).stream().map(TranscriptRepairTest::result).toList());
    }

    private static void assertCompiled(List<Message> expected, Message... messages) {
        List<Message> compiled = Transcript.forProvider(List.of(messages), "openai");
        assertEquals(expected, compiled);
        assertSame(compiled, Transcript.forProvider(compiled, "openai"), "Compiling twice changes nothing");
    }

    @Test
    void wellFormedCalls_stay() {
        List<Message> messages = List.of(
                Message.system("s"),
                ASK,
                calls("a", "b"),
                results("a"),
                results("b"),
                DONE,
                ASK,
                calls("c"),
                results("c"));
        assertSame(messages, Transcript.forProvider(messages, "openai"));
    }

    @Test
    void historyCutInTheMiddle_losesTheOrphanedResults() {
        assertCompiled(List.of(DONE, ASK), results("a", "b"), DONE, ASK);
    }

    @Test
    void cancelledRun_getsAResultForEachCall() {
        assertCompiled(List.of(ASK, calls("a", "b"), results(missing("a"), missing("b"))), ASK, calls("a", "b"));
        assertCompiled(
                List.of(ASK, calls("a", "b"), results(result("a"), missing("b")), ASK),
                ASK,
                calls("a", "b"),
                results("a"),
                ASK);
    }

    @Test
    void resultsElsewhere_comeToTheirCalls() {
        assertCompiled(
                List.of(ASK, calls("a", "b"), results("a", "b"), Message.user("wait"), Message.system("s"), DONE),
                ASK,
                calls("a", "b"),
                Message.user("wait"),
                results("b"),
                Message.system("s"),
                results("a"),
                DONE);
    }

    @Test
    void resultsInAnotherOrder_followTheCalls() {
        assertCompiled(List.of(calls("a", "b"), results("a", "b")), calls("a", "b"), results("b", "a"));
    }

    @Test
    void secondResultOfACall_goes() {
        Message twice = results(result("a"), new ToolResult("a", "weather", "again", false));
        assertCompiled(List.of(calls("a"), results("a"), ASK), calls("a"), twice, ASK);
        assertCompiled(List.of(calls("a"), results("a"), ASK), calls("a"), results("a"), ASK, results("a"));
    }

    @Test
    void identifierUsedTwice_isChangedInCallAndResult() {
        assertCompiled(
                List.of(
                        calls("a"),
                        results("a"),
                        calls("a_2"),
                        results(new ToolResult("a_2", "weather", "of a", false)),
                        calls("a_2_2"),
                        results(missing("a_2_2"))),
                calls("a"),
                results("a"),
                calls("a"),
                results("a"),
                calls("a_2"));
    }

    @Test
    void identifierUsedTwiceInOneTurn_keepsBothResults() {
        ToolResult one = new ToolResult("a", "weather", "1", false);
        ToolResult two = new ToolResult("a", "weather", "2", true);
        assertCompiled(
                List.of(calls("a", "a_2"), results(one, new ToolResult("a_2", "weather", "2", true))),
                calls("a", "a"),
                results(one, two));
    }

    @Test
    void lateResult_isNotThatOfALaterCallWithTheSameIdentifier() {
        assertCompiled(
                List.of(
                        calls("a"),
                        results(missing("a")),
                        calls("a_2"),
                        results(new ToolResult("a_2", "weather", "of a", false))),
                calls("a"),
                calls("a"),
                results("a"));
    }

    @Test
    void emptyToolMessage_goes() {
        assertCompiled(
                List.of(calls("a"), results("a"), DONE), calls("a"), results(new ToolResult[0]), results("a"), DONE);
        assertCompiled(List.of(ASK), ASK, results(new ToolResult[0]));
    }

    @Test
    void foreignReasoningAmidCalls_goesAndTheCallsStay() {
        List<Content> thought = List.of(new Reasoning("hm", "anthropic", "sig", null), call("a"));
        assertCompiled(List.of(calls("a"), results("a")), new Message(Role.ASSISTANT, thought), results("a"));
    }

    @Test
    void callsAfterText_countWithoutIt() {
        Message both =
                new Message(Role.ASSISTANT, List.of(new Text("I look"), call("a"), new Text("twice"), call("b")));
        List<Message> messages = List.of(ASK, both, results("a", "b"));
        assertSame(messages, Transcript.forProvider(messages, "openai"));
    }

    @Test
    void manyCalls_areToldApartToo() {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < 2 * WellFormed.MAX_CALLS_COMPARED; i++) {
            messages.add(calls("id" + i));
            messages.add(results("id" + i));
        }
        assertSame(messages, Transcript.forProvider(messages, "openai"));
        messages.add(calls("id0"));
        messages.add(results("id0"));
        List<Message> compiled = Transcript.forProvider(messages, "openai");
        assertTrue(compiled.contains(calls("id0_2")), "Repaired");
    }

    @Test
    void newestExchange_beginsAtTheUsersMessagesInARow() {
        assertEquals(0, Transcript.newestExchange(List.of()));
        assertEquals(0, Transcript.newestExchange(List.of(Message.system("s"))));
        assertEquals(2, Transcript.newestExchange(List.of(ASK, DONE, ASK, ASK, calls("a"), results("a"))));
        assertEquals(1, Transcript.newestExchange(List.of(Message.system("s"), ASK)));
    }
}
