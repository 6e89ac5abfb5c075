package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnthropicRequestTest {

    private static final String HELLO = "{'role':'user','content':'Hello'}";
    private static final String USE =
            "{'role':'assistant','content':[{'type':'thinking','thinking':'hm','signature':'s'},"
                    + "{'type':'text','text':'One moment'},{'type':'tool_use','id':'t1','name':'a','input':{}},"
                    + "{'type':'tool_use','id':'t2','name':'b','input':{}}]}";
    private static final String TOOLS = ",'tools':[{'name':'a','description':'d','input_schema':{'type':'object'}},"
            + "{'type':'web_search_20250305','name':'web_search'}]";

    private static AnthropicRequest request(String json) {
        return new AnthropicRequest(Http.json(json.replace('\'', '"')));
    }

    private static Call with(String more) {
        return request("{'model':'m','max_tokens':9,'messages':[" + HELLO + "]" + more + "}")
                .parse();
    }

    private static Call.Conversation said(String... messages) {
        return request("{'model':'m','max_tokens':9,'messages':[" + String.join(",", messages) + "]}")
                .parse()
                .conversation();
    }

    private static Rejection refused(String json) {
        return assertThrows(Rejection.class, () -> request(json).parse());
    }

    private static String result(String id, String content) {
        return "{'type':'tool_result','tool_use_id':'" + id + "','content':" + content + "}";
    }

    @Test
    void leastRequest_hasTheApisDefaults() {
        Call call = with("");
        assertFalse(call.stream() || call.reasoning());
        assertEquals(new Call.Limits(9, List.of()), call.limits());
        assertEquals(Call.Toolbox.EMPTY, call.toolbox());
        assertEquals(Call.Form.PROSE, call.form());
        assertEquals("Hello", call.conversation().user());
    }

    @Test
    void results_continueTheQuestionTheyBelongTo() {
        String results = "{'role':'user','content':[" + result("t1", "'from a'") + ","
                + result("t2", "[{'type':'text','text':'from b'}]") + ",{'type':'text','text':'go on'}]}";
        Call.Conversation conversation = said(HELLO, USE, results);
        assertEquals("Hello", conversation.user());
        assertEquals(
                List.of(new Call.Outcome("a", "from a"), new Call.Outcome("b", "from b")), conversation.outcomes());
    }

    @Test
    void newQuestion_forgetsOldResults() {
        String results = "{'role':'user','content':[" + result("t1", "'x'") + "]}";
        Call.Conversation conversation =
                said(HELLO, USE, results, "{'role':'user','content':[{'type':'text','text':'Next'}]}");
        assertEquals("Next", conversation.user());
        assertEquals(List.of(), conversation.outcomes());
    }

    @Test
    void ownTools_areOfferedButNotThoseOfTheProvider() {
        Call.Toolbox toolbox = with(TOOLS).toolbox();
        assertEquals(1, toolbox.offers().size());
        assertEquals("a", toolbox.offers().get(0).name());
        assertTrue(toolbox.parallel());
    }

    @ParameterizedTest
    @CsvSource({"auto,false,", "any,true,", "tool,true,a"})
    void toolChoice_isUnderstood(String type, boolean required, String forced) {
        Call.Toolbox toolbox = with(TOOLS + ",'tool_choice':{'type':'" + type + "','name':'a'}")
                .toolbox();
        assertEquals(required, toolbox.required());
        assertEquals(forced, toolbox.forced());
    }

    @Test
    void forbiddenTools_areNotOffered() {
        assertEquals(
                Call.Toolbox.EMPTY,
                with(TOOLS + ",'tool_choice':{'type':'none'}").toolbox());
        assertFalse(with(TOOLS + ",'tool_choice':{'type':'auto','disable_parallel_tool_use':true}")
                .toolbox()
                .parallel());
    }

    @Test
    void thinking_isAskedForInAnyOfItsWays() {
        assertTrue(with(",'thinking':{'type':'enabled','budget_tokens':1024}").reasoning());
        assertTrue(with(",'thinking':{'type':'adaptive'}").reasoning());
        assertFalse(with(",'thinking':{'type':'disabled'}").reasoning());
    }

    @Test
    void schemas_areReadUnderOldAndNewNames() {
        String format = "{'type':'json_schema','schema':{'type':'object'}}";
        assertTrue(with(",'output_config':{'format':" + format + "}").form().json());
        assertTrue(with(",'output_format':" + format).form().json());
        assertNull(with(",'output_config':{'effort':'low'}").form().schema());
    }

    @Test
    void stopSequences_areLimits() {
        assertEquals(
                List.of("END", "STOP"),
                with(",'stop_sequences':['END','STOP']").limits().stops());
    }

    @Test
    void systemAndTools_countAsPrompt() {
        int bare = with("").conversation().tokens();
        int withSystem = with(",'system':'You are a very helpful assistant'")
                .conversation()
                .tokens();
        int withBlocks = with(",'system':[{'type':'text','text':'You are a very helpful assistant'}]")
                .conversation()
                .tokens();
        assertTrue(withSystem > bare && withBlocks >= withSystem);
        assertTrue(with(TOOLS).conversation().tokens() > bare);
    }

    @Test
    void counting_needsNoLimit() {
        assertTrue(request("{'model':'m','messages':[" + HELLO + "]}").countTokens() > 0);
        assertThrows(Rejection.class, () -> request("{'model':'m'}").countTokens());
        assertThrows(
                Rejection.class, () -> request("{'messages':[" + HELLO + "]}").countTokens());
    }

    @Test
    void wrongRequests_nameTheField() {
        assertEquals(
                "max_tokens",
                refused("{'model':'m','messages':[" + HELLO + "]}").subject());
        assertEquals(
                "model", refused("{'max_tokens':9,'messages':[" + HELLO + "]}").subject());
        assertEquals(
                "messages",
                refused("{'model':'m','max_tokens':9,'messages':[]}").subject());
        assertEquals(
                "messages",
                refused("{'model':'m','max_tokens':9,'messages':[{'role':'robot','content':'x'}]}")
                        .subject());
        String orphan = "{'role':'user','content':[" + result("nobody", "'x'") + "]}";
        assertTrue(refused("{'model':'m','max_tokens':9,'messages':[" + HELLO + "," + orphan + "]}")
                .reason()
                .contains("messages.1"));
    }
}
