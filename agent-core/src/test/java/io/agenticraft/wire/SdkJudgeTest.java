package io.agenticraft.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.agenticraft.anthropic.MessagesBodies;
import io.agenticraft.model.OnUnsupported;
import io.agenticraft.openai.ChatBodies;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The judges can say no: each wrong request differs from a right one in one place. */
class SdkJudgeTest {
    private static final String ANTHROPIC = """
            {"model":"claude-sonnet-4-5","max_tokens":9,"system":"Be brief","messages":[
             {"role":"user","content":[{"type":"text","text":"Look"},
              {"type":"image","source":{"type":"base64","media_type":"image/png","data":"aGk="}}]},
             {"role":"assistant","content":[{"type":"thinking","thinking":"hm","signature":"s"},
              {"type":"tool_use","id":"toolu_1","name":"weather","input":{"city":"Bern"}},
              {"type":"server_tool_use","id":"srvtoolu_1","name":"web_search","input":{}}]},
             {"role":"user","content":[{"type":"tool_result","tool_use_id":"toolu_1","content":"sunny","is_error":false}]}],
             "tools":[{"name":"weather","description":"d","input_schema":{"type":"object","properties":{"city":{}}}}],
             "tool_choice":{"type":"auto","disable_parallel_tool_use":true},"temperature":0.5,"stop_sequences":["x"],
             "thinking":{"type":"enabled","budget_tokens":1024},"stream":true,"container":"c",
             "output_config":{"effort":"low","format":{"type":"json_schema","schema":{"type":"object"}}}}
            """;
    private static final String OPENAI = """
            {"model":"m","messages":[{"role":"system","content":"Be brief"},
             {"role":"user","content":[{"type":"text","text":"Look"},{"type":"image_url","image_url":{"url":"https://x.test"}}]},
             {"role":"assistant","content":"a","tool_calls":[{"id":"c1","type":"function","function":{"name":"f","arguments":"{}"}}]},
             {"role":"tool","tool_call_id":"c1","content":"sunny"}],"stream":true,"stream_options":{"include_usage":true},
             "tools":[{"type":"function","function":{"name":"f","description":"d","parameters":{"type":"object"}}}],
             "tool_choice":{"type":"function","function":{"name":"f"}},"reasoning_effort":"low","seed":7,"stop":["x"],
             "response_format":{"type":"json_schema","json_schema":{"name":"n","schema":{"type":"object"},"strict":true}}}
            """;

    @Test
    void rightRequests_areRight() throws Exception {
        assertEquals(List.of(), SdkJudge.ofAnthropic(ANTHROPIC));
        assertEquals(List.of(), SdkJudge.ofOpenAi(OPENAI));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "'max_tokens':9, ~ ``",
                "'max_tokens':9 ~ 'max_tokens':'nine'",
                "'model':'claude-sonnet-4-5', ~ ``",
                "'role':'user' ~ 'role':'tool'",
                "'role':'user' ~ 'rolle':'user'",
                "'type':'text', ~ ``",
                "'type':'text' ~ 'type':'words'",
                "'text':'Look' ~ 'words':'Look'",
                "'source':{'type':'base64', ~ 'source':{",
                "'media_type':'image/png', ~ ``",
                "image/png ~ image/bmp",
                ",'signature':'s' ~ ``",
                "'type':'tool_use','id':'toolu_1', ~ 'type':'tool_use',",
                "'input':{'city':'Bern'} ~ 'arguments':'{}'",
                "'tool_use_id':'toolu_1', ~ ``",
                "'tool_use_id' ~ 'tool_call_id'",
                "'is_error':false ~ 'is_error':'no'",
                "'input_schema' ~ 'parameters'",
                "'input_schema':{'type':'object', ~ 'input_schema':{'type':'array',",
                "'type':'auto' ~ 'type':'required'",
                "'temperature':0.5 ~ 'temperature':'hot'",
                "'stop_sequences':['x'] ~ 'stop':['x']",
                "'stop_sequences':['x'] ~ 'stop_sequences':'x'",
                "'budget_tokens':1024 ~ 'budget':1024",
                "'type':'enabled' ~ 'type':'on'",
                "'type':'json_schema' ~ 'type':'json_object'",
                "'effort':'low' ~ 'effort':'minimal'",
                "'system':'Be brief' ~ 'system':{'text':'Be brief'}",
            })
    void wrongAnthropicRequest_isWrong(String right, String wrong) throws Exception {
        String request = mutate(ANTHROPIC, right, wrong);
        assertFalse(SdkJudge.ofAnthropic(request).isEmpty(), request);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "'model':'m', ~ ``",
                "'role':'system' ~ 'role':'judge'",
                "'type':'image_url' ~ 'type':'image'",
                "'tool_call_id':'c1', ~ ``",
                "'id':'c1', ~ ``",
                "'arguments':'{}' ~ 'arguments':{}",
                "'include_usage' ~ 'usage'",
                "'reasoning_effort':'low' ~ 'reasoning_effort':'loud'",
                "'seed':7 ~ 'random_seed':7",
                "'strict':true ~ 'strict':'yes'",
                "'type':'json_schema' ~ 'type':'json'",
                "'name':'n', ~ ``",
                "'content':'sunny' ~ 'contents':'sunny'",
            })
    void wrongOpenAiRequest_isWrong(String right, String wrong) throws Exception {
        String request = mutate(OPENAI, right, wrong);
        assertFalse(SdkJudge.ofOpenAi(request).isEmpty(), request);
    }

    private static String mutate(String request, String right, String wrong) {
        String mutated = request.replaceFirst(
                Pattern.quote(right.replace('\'', '"')), Matcher.quoteReplacement(wrong.replace('\'', '"')));
        assertNotEquals(request, mutated, "nothing to change");
        return mutated;
    }

    /** Each option alone and all together, at models of every age. */
    @ParameterizedTest
    @ValueSource(
            strings = {"claude-3-5-haiku-latest", "claude-sonnet-4-5", "claude-sonnet-4-6", "claude-opus-4-7", "m"})
    void options_areAnthropics(String model) throws Exception {
        for (Option[] options : choices("responseFormat JSON")) {
            String body = MessagesBodies.of(Option.request(model, OnUnsupported.DROP, options));
            assertEquals(List.of(), SdkJudge.ofAnthropic(body), body);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-4o-mini", "gpt-5-mini", "gpt-5.2", "o3-mini", "my-deployment"})
    void options_areOpenAis(String model) throws Exception {
        for (Option[] options : choices("")) {
            String body = ChatBodies.of("OPENAI", Option.request(model, OnUnsupported.DROP, options));
            assertEquals(List.of(), SdkJudge.ofOpenAi(body), body);
        }
    }

    private static List<Option[]> choices(String refused) {
        List<Option> taken = Option.ALL.stream()
                .filter(option -> !option.words().equals(refused))
                .toList();
        List<Option[]> choices = new ArrayList<>(List.of(new Option[0], taken.toArray(Option[]::new)));
        taken.forEach(option -> choices.add(new Option[] {option}));
        return choices;
    }

    /** What Anthropic has taken, the judge takes. */
    @Tag("conformance")
    @Test
    void recordedRequests_areRight() throws Exception {
        for (Recording recording : Recording.matching("anthropic/an-.*")) {
            if (recording.status() == 200 && recording.request().has("max_tokens")) {
                assertEquals(List.of(), SdkJudge.ofAnthropic(recording.request().toString()), recording.name());
            }
        }
    }
}
