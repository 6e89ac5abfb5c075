package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OpenAiRequestTest {

    private static final String HELLO = "{'role':'user','content':'Hello'}";
    private static final String TOOL =
            "{'type':'function','function':{'name':'a','description':'d','parameters':" + "{'type':'object'}}}";

    private static Call parse(String json) {
        return new OpenAiRequest(Http.json(json.replace('\'', '"'))).parse();
    }

    private static Call with(String more) {
        return parse("{'model':'m','messages':[" + HELLO + "]" + more + "}");
    }

    private static Call.Conversation said(String... messages) {
        return parse("{'model':'m','messages':[" + String.join(",", messages) + "]}")
                .conversation();
    }

    private static Rejection refused(String json) {
        return assertThrows(Rejection.class, () -> parse(json));
    }

    @Test
    void leastRequest_hasTheApisDefaults() {
        Call call = with("");
        assertEquals("m", call.model());
        assertFalse(call.stream() || call.streamUsage() || call.reasoning());
        assertEquals(1, call.choices());
        assertEquals(Call.Toolbox.EMPTY, call.toolbox());
        assertEquals(Call.Form.PROSE, call.form());
        assertEquals(new Call.Limits(Integer.MAX_VALUE, List.of()), call.limits());
    }

    @Test
    void lastUserMessage_isWhatWasSaid() {
        assertEquals(
                "Second",
                said(
                                "{'role':'developer','content':'Be kind'}",
                                HELLO,
                                "{'role':'assistant','content':'Hi'}",
                                "{'role':'user','content':[{'type':'text','text':'Sec'},{'type':'image_url',"
                                        + "'image_url':{'url':'data:x'}},{'type':'text','text':'ond'}]}")
                        .user());
    }

    @Test
    void results_carryTheNamesOfTheirCalls() {
        String calls =
                "{'role':'assistant','tool_calls':[{'id':'1','type':'function','function':{'name':'a','arguments':"
                        + "'{}'}},{'id':'2','type':'function','function':{'name':'b','arguments':'{}'}}]}";
        String second = "{'role':'tool','tool_call_id':'2','content':'from b'}";
        String first = "{'role':'tool','tool_call_id':'1','content':[{'type':'text','text':'from a'}]}";
        assertEquals(
                List.of(new Call.Outcome("b", "from b"), new Call.Outcome("a", "from a")),
                said(HELLO, calls, second, first).outcomes());
        assertEquals(List.of(), said(HELLO, calls, second, first, HELLO).outcomes(), "a new question");
    }

    @Test
    void tools_areOffered() {
        Call.Toolbox toolbox = with(",'tools':[" + TOOL + "]").toolbox();
        Call.Offer offer = toolbox.offers().get(0);
        assertEquals("a", offer.name());
        assertEquals("d", offer.description());
        assertEquals("object", offer.schema().path("type").asText());
        assertTrue(toolbox.parallel());
        assertFalse(toolbox.required());
        assertNull(toolbox.forced());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'auto' | false |", "'required' | true |", "{'type':'function','function':{'name':'a'}} | true | a"
            },
            quoteCharacter = '`')
    void toolChoice_isUnderstood(String choice, boolean required, String forced) {
        Call.Toolbox toolbox =
                with(",'tools':[" + TOOL + "],'tool_choice':" + choice).toolbox();
        assertEquals(required, toolbox.required());
        assertEquals(forced, toolbox.forced());
    }

    @Test
    void forbiddenTools_areNotOffered() {
        assertEquals(
                Call.Toolbox.EMPTY,
                with(",'tools':[" + TOOL + "],'tool_choice':'none'").toolbox());
        assertFalse(with(",'tools':[" + TOOL + "],'parallel_tool_calls':false")
                .toolbox()
                .parallel());
    }

    @Test
    void limits_areReadUnderOldAndNewNames() {
        assertEquals(5, with(",'max_tokens':5").limits().maxTokens());
        assertEquals(
                6, with(",'max_tokens':5,'max_completion_tokens':6").limits().maxTokens());
        assertEquals(List.of("x"), with(",'stop':'x'").limits().stops());
        assertEquals(List.of("x", "y"), with(",'stop':['x','y']").limits().stops());
        assertEquals(List.of(), with(",'stop':null").limits().stops());
    }

    @Test
    void choices_areBounded() {
        assertEquals(8, with(",'n':100").choices());
        assertEquals(1, with(",'n':0").choices());
    }

    @Test
    void reasoningEffort_asksForReasoning() {
        assertTrue(with(",'reasoning_effort':'high'").reasoning());
        assertFalse(with(",'reasoning_effort':'none'").reasoning());
        assertFalse(with(",'reasoning_effort':'minimal'").reasoning());
    }

    @Test
    void responseFormats_areTold() {
        assertEquals(Call.Form.PROSE, with(",'response_format':{'type':'text'}").form());
        assertTrue(with(",'response_format':{'type':'json_object'}").form().json());
        JsonNode schema =
                with(",'response_format':{'type':'json_schema','json_schema':{'name':'n','schema':{'type':'object'}}}")
                        .form()
                        .schema();
        assertEquals("{\"type\":\"object\"}", String.valueOf(schema));
    }

    @Test
    void wrongRequests_nameTheField() {
        assertEquals("model", refused("{'messages':[" + HELLO + "]}").subject());
        assertEquals("messages", refused("{'model':'m'}").subject());
        assertEquals("messages", refused("{'model':'m','messages':{}}").subject());
        assertEquals(
                "messages[1].role",
                refused("{'model':'m','messages':[" + HELLO + ",{'role':'robot'}]}")
                        .subject());
        assertEquals(
                "tools",
                refused("{'model':'m','messages':[" + HELLO + "],'tools':[{}]}").subject());
        assertEquals(
                "response_format.json_schema.schema",
                refused("{'model':'m','messages':[" + HELLO + "],'response_format':{'type':'json_schema'}}")
                        .subject());
    }
}
