package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class OllamaRequestTest {

    private static final String HELLO = "{'role':'user','content':'Hello'}";
    private static final String CALLS = "{'role':'assistant','content':'','tool_calls':[{'function':{'name':'a',"
            + "'arguments':{}}},{'function':{'name':'b','arguments':{}}}]}";

    private static Call parse(String json) {
        return new OllamaRequest(Http.json(json.replace('\'', '"'))).parse();
    }

    private static Call with(String more) {
        return parse("{'model':'m','messages':[" + HELLO + "]" + more + "}");
    }

    private static Call.Conversation said(String... messages) {
        return parse("{'model':'m','messages':[" + String.join(",", messages) + "]}")
                .conversation();
    }

    @Test
    void stream_isTheDefault() {
        assertTrue(with("").stream());
        assertFalse(with(",'stream':false").stream());
    }

    @Test
    void prompt_standsForAMessage() {
        Call.Conversation conversation =
                parse("{'model':'m','prompt':'Hello','system':'Be kind'}").conversation();
        assertEquals("Hello", conversation.user());
        assertTrue(conversation.tokens()
                > parse("{'model':'m','prompt':'Hello'}").conversation().tokens());
    }

    @Test
    void resultsWithNames_areTakenByTheirNames() {
        assertEquals(
                List.of(new Call.Outcome("b", "2"), new Call.Outcome("a", "1")),
                said(
                                HELLO,
                                CALLS,
                                "{'role':'tool','tool_name':'b','content':'2'}",
                                "{'role':'tool','tool_name':'a','content':'1'}")
                        .outcomes());
    }

    @Test
    void resultsWithoutNames_belongToTheCallsInTheirOrder() {
        assertEquals(
                List.of(new Call.Outcome("a", "1"), new Call.Outcome("b", "2"), new Call.Outcome("tool", "3")),
                said(
                                HELLO,
                                CALLS,
                                "{'role':'tool','content':'1'}",
                                "{'role':'tool','content':'2'}",
                                "{'role':'tool','content':'3'}")
                        .outcomes());
    }

    @Test
    void newQuestion_forgetsOldResults() {
        Call.Conversation conversation =
                said(HELLO, CALLS, "{'role':'tool','content':'1'}", "{'role':'user','content':'Next'}");
        assertEquals("Next", conversation.user());
        assertEquals(List.of(), conversation.outcomes());
    }

    @Test
    void think_isABooleanOrALevel() {
        assertTrue(with(",'think':true").reasoning());
        assertTrue(with(",'think':'low'").reasoning());
        assertFalse(with(",'think':false").reasoning());
        assertFalse(with("").reasoning());
    }

    @Test
    void format_isAWordOrASchema() {
        assertTrue(with(",'format':'json'").form().json());
        assertEquals(
                "{\"type\":\"object\"}",
                String.valueOf(with(",'format':{'type':'object'}").form().schema()));
        assertEquals(Call.Form.PROSE, with(",'format':''").form());
    }

    @Test
    void options_limitTheAnswer() {
        assertEquals(3, with(",'options':{'num_predict':3}").limits().maxTokens());
        assertEquals(
                Integer.MAX_VALUE,
                with(",'options':{'num_predict':-1}").limits().maxTokens());
        assertEquals(List.of("x"), with(",'options':{'stop':['x']}").limits().stops());
        assertEquals(List.of("x"), with(",'options':{'stop':'x'}").limits().stops());
    }

    @Test
    void tools_areOffered() {
        Call.Toolbox toolbox = with(",'tools':[{'type':'function','function':{'name':'a','description':'d',"
                        + "'parameters':{'type':'object'}}}]")
                .toolbox();
        assertEquals("a", toolbox.offers().get(0).name());
        assertEquals("d", toolbox.offers().get(0).description());
        assertEquals(Call.Toolbox.EMPTY, with(",'tools':[]").toolbox());
    }

    @Test
    void missingModel_isBadRequest() {
        assertEquals(
                "model",
                assertThrows(Rejection.class, () -> parse("{'messages':[]}")).subject());
    }
}
