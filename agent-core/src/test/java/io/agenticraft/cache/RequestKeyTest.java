package io.agenticraft.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.agenticraft.model.Content;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Image;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.OnUnsupported;
import io.agenticraft.model.ProviderContent;
import io.agenticraft.model.Reasoning;
import io.agenticraft.model.Refusal;
import io.agenticraft.model.ResponseFormat;
import io.agenticraft.model.Role;
import io.agenticraft.model.Text;
import io.agenticraft.model.ToolCall;
import io.agenticraft.model.ToolChoice;
import io.agenticraft.model.ToolResult;
import io.agenticraft.model.ToolSpec;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The seed's keys lacked URL, account, options, system prompt, history and tools; each is a case here. */
class RequestKeyTest {
    private static final URI URL = URI.create("https://a.test/v1");
    private static final ToolSpec TOOL = new ToolSpec("weather", "tells it", "{}");
    private static final ToolSpec OTHER_TOOL = new ToolSpec("time", "tells it", "{}");
    private static final ModelRequest REQUEST = ModelRequest.builder("model")
            .messages(Message.system("be brief"), Message.user("hi"), Message.assistant("yes?"), Message.user("why?"))
            .tools(List.of(TOOL))
            .options(GenerationOptions.builder().temperature(0).build())
            .build();

    private static CacheKey key(ModelRequest request) {
        return RequestKey.of("", "acme", "openai", URL, request);
    }

    private static CacheKey key(Content... content) {
        return key(Role.USER, content);
    }

    private static CacheKey key(Role role, Content... content) {
        return key(REQUEST.toBuilder()
                .messages(new Message(role, List.of(content)))
                .build());
    }

    private static CacheKey extra(Map<String, Object> extra) {
        return key(REQUEST.toBuilder()
                .options(GenerationOptions.builder().extra(extra).build())
                .build());
    }

    private static CacheKey elsewhere(
            String namespace, @Nullable String tenant, String provider, @Nullable URI endpoint) {
        return RequestKey.of(namespace, tenant, provider, endpoint, REQUEST);
    }

    static Stream<Arguments> withoutPart() {
        return Stream.of(
                Arguments.of("url", elsewhere("", "acme", "openai", URI.create("https://b.test/v1"))),
                Arguments.of("no url", elsewhere("", "acme", "openai", null)),
                Arguments.of("account", elsewhere("account-2", "acme", "openai", URL)),
                Arguments.of("tenant", elsewhere("", "other", "openai", URL)),
                Arguments.of("no tenant", elsewhere("", null, "openai", URL)),
                Arguments.of("provider", elsewhere("", "acme", "azure", URL)),
                Arguments.of(
                        "model",
                        key(ModelRequest.builder("model-2")
                                .messages(REQUEST.messages())
                                .tools(REQUEST.tools())
                                .options(REQUEST.options())
                                .build())),
                changed("system prompt", messages("be long", "hi", "yes?", "why?")),
                changed("history", messages("be brief", "hey", "yes?", "why?")),
                changed("what the model said", messages("be brief", "hi", "no?", "why?")),
                changed("question", messages("be brief", "hi", "yes?", "how?")),
                changed("no tools", REQUEST.toBuilder().tools(List.of())),
                changed("tool", REQUEST.toBuilder().tools(List.of(OTHER_TOOL))),
                changed("more tools", REQUEST.toBuilder().tools(List.of(TOOL, OTHER_TOOL))),
                changed("tool's description", tool("weather", "says it", "{}")),
                changed("tool's schema", tool("weather", "tells it", "{ }")),
                changed("tool choice", REQUEST.toBuilder().toolChoice(ToolChoice.none())),
                changed("chosen tool", REQUEST.toBuilder().toolChoice(ToolChoice.tool("weather"))),
                changed("format", REQUEST.toBuilder().responseFormat(ResponseFormat.json())),
                changed("schema", REQUEST.toBuilder().responseFormat(ResponseFormat.jsonSchema("a", "{}"))));
    }

    private static Arguments changed(String what, ModelRequest.Builder request) {
        return Arguments.of(what, key(request.build()));
    }

    private static ModelRequest.Builder messages(String system, String first, String answer, String second) {
        return REQUEST.toBuilder()
                .messages(Message.system(system), Message.user(first), Message.assistant(answer), Message.user(second));
    }

    private static ModelRequest.Builder tool(String name, String description, String schema) {
        return REQUEST.toBuilder().tools(List.of(new ToolSpec(name, description, schema)));
    }

    @Test
    void contentOfOneProvider_counts() {
        CacheKey search = key(Role.ASSISTANT, new ProviderContent("anthropic", "web_search_tool_result", "{}"));
        assertNotEquals(search, key(Role.ASSISTANT, new ProviderContent("other", "web_search_tool_result", "{}")));
        assertNotEquals(search, key(Role.ASSISTANT, new ProviderContent("anthropic", "server_tool_use", "{}")));
        assertNotEquals(
                search, key(Role.ASSISTANT, new ProviderContent("anthropic", "web_search_tool_result", "{\"a\":1}")));
    }

    @Test
    void refusalOfUnsupportedOptions_isNoRequestThatDropsThem() {
        GenerationOptions.Builder options = GenerationOptions.builder().topK(5);
        CacheKey dropping = key(REQUEST.toBuilder()
                .options(options.onUnsupported(OnUnsupported.DROP).build())
                .build());
        CacheKey refusing = key(REQUEST.toBuilder()
                .options(options.onUnsupported(OnUnsupported.REFUSE).build())
                .build());
        assertNotEquals(dropping, refusing);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withoutPart")
    void key_countsEachPart(String part, CacheKey other) {
        assertNotEquals(key(REQUEST), other, part);
    }

    @Test
    void key_countsEachOption() {
        GenerationOptions.Builder plain = GenerationOptions.builder();
        List<GenerationOptions> options = List.of(
                plain.build(),
                GenerationOptions.builder().maxTokens(7).build(),
                GenerationOptions.builder().temperature(7).build(),
                GenerationOptions.builder().topP(7).build(),
                GenerationOptions.builder().topK(7).build(),
                GenerationOptions.builder().stopSequences(List.of("7")).build(),
                GenerationOptions.builder().stopSequences(List.of("7", "7")).build(),
                GenerationOptions.builder().seed(7).build(),
                GenerationOptions.builder().frequencyPenalty(7).build(),
                GenerationOptions.builder().presencePenalty(7).build(),
                GenerationOptions.builder().reasoningLevel("7").build(),
                GenerationOptions.builder().reasoningTokens(7).build(),
                GenerationOptions.builder().parallelToolCalls(true).build(),
                GenerationOptions.builder().parallelToolCalls(false).build(),
                GenerationOptions.builder().extra(Map.of("n", 7)).build(),
                GenerationOptions.builder().extra(Map.of("n", "7")).build(),
                GenerationOptions.builder().extra(Map.of("m", 7)).build(),
                GenerationOptions.builder().extra(Map.of("n", List.of(7))).build(),
                GenerationOptions.builder().extra("openai", Map.of("n", 7)).build(),
                GenerationOptions.builder().extra("ollama", Map.of("n", 7)).build(),
                GenerationOptions.builder().extra(Map.of("n", Map.of("n", 7))).build());
        Set<CacheKey> keys = new HashSet<>();
        for (GenerationOptions one : options) {
            keys.add(key(REQUEST.toBuilder().options(one).build()));
        }
        assertEquals(options.size(), keys.size());
    }

    @Test
    void key_tellsContentsApart() {
        List<CacheKey> keys = List.of(
                key(new Text("a")),
                key(Role.ASSISTANT, new Text("a")),
                key(Role.ASSISTANT, new Refusal("a")),
                key(Role.ASSISTANT, new Reasoning("a", "p", null, null)),
                key(Role.ASSISTANT, new Reasoning("a", "p", "s", null)),
                key(Role.ASSISTANT, new Reasoning("a", "p", null, "s")),
                key(Role.ASSISTANT, new ToolCall("a", "b", "{}")),
                key(Role.ASSISTANT, new ToolCall("ab", "", "{}")),
                key(Image.of(URI.create("https://a.test"))),
                key(Image.of("image/png", "https://a.test")),
                key(Image.of("image/png", "aaaa")),
                key(Image.of("image/gif", "aaaa")),
                key(Role.TOOL, new ToolResult("a", "b", "{}", false)),
                key(Role.TOOL, new ToolResult("a", "b", "{}", true)));
        assertEquals(keys.size(), new HashSet<>(keys).size());
    }

    @Test
    void concatenation_makesNoCollision() {
        List<CacheKey> keys = List.of(
                key(new Text("ab"), new Text("c")),
                key(new Text("a"), new Text("bc")),
                key(new Text("abc")),
                key(new Text("abc"), new Text("")),
                key(new Text("a\u0000bc")),
                elsewhere("a", "b", "openai", URL),
                elsewhere("ab", "", "openai", URL),
                elsewhere("ab", null, "openai", URL),
                elsewhere("", "ab", "openai", URL));
        assertEquals(keys.size(), new HashSet<>(keys).size());
        Message one = new Message(Role.USER, List.of(new Text("a"), new Text("b")));
        assertNotEquals(
                key(REQUEST.toBuilder().messages(one).build()),
                key(REQUEST.toBuilder()
                        .messages(Message.user("a"), Message.user("b"))
                        .build()));
    }

    @Test
    void halvesOfSymbols_areNotQuestionMarks() {
        List<CacheKey> keys = List.of(
                key(new Text("a?")),
                key(new Text("a\uD83D")),
                key(new Text("a\uDE00")),
                key(new Text("a\uD83D\uDE00")));
        assertEquals(keys.size(), new HashSet<>(keys).size());
    }

    @Test
    void orderOfMaps_doesNotCount_thatOfToolsDoes() {
        Map<String, Object> forth = new LinkedHashMap<>();
        Map<String, Object> back = new LinkedHashMap<>();
        for (int i = 0; i < 20; i++) {
            forth.put("k" + i, Map.of("n", i));
            back.put("k" + (19 - i), Map.of("n", 19 - i));
        }
        assertEquals(extra(Map.of("deep", forth)), extra(Map.of("deep", back)));
        ModelRequest.Builder tools = REQUEST.toBuilder();
        assertNotEquals(
                key(tools.tools(List.of(TOOL, OTHER_TOOL)).build()),
                key(tools.tools(List.of(OTHER_TOOL, TOOL)).build()));
    }

    @Test
    void extraValues_countAsTheyAreSent() {
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("x", null);
        List<CacheKey> keys = List.of(
                extra(Map.of("v", 1)),
                extra(Map.of("v", 1.0)),
                extra(Map.of("v", new BigDecimal("1.50"))),
                extra(Map.of("v", true)),
                extra(Map.of("v", "true")),
                extra(Map.of("v", List.of())),
                extra(Map.of("v", Map.of())),
                extra(Map.of("v", nothing)),
                extra(Map.of("v", Map.of("x", "null"))));
        assertEquals(keys.size(), new HashSet<>(keys).size());
        assertEquals(extra(Map.of("v", 1)), extra(Map.of("v", 1L)), "both are sent as 1");
        assertEquals(extra(Map.of("v", "a")), extra(Map.of("v", java.net.URI.create("a"))));
    }

    @Test
    void longTexts_countToTheirEnd() {
        List<CacheKey> keys = new ArrayList<>();
        for (int length : new int[] {500, 511, 512, 513, 1024, 100_000}) {
            keys.add(key(new Text("x".repeat(length))));
            keys.add(key(new Text("x".repeat(length - 1) + "y")));
        }
        assertEquals(keys.size(), new HashSet<>(keys).size());
    }

    @Test
    void key_isTheSameInEveryProcess() {
        assertEquals(
                "0408d825f8c9f1260ea3fdc1e3f7035eb81041d00feba9a91a261a44c000c4a6",
                key(REQUEST).hex(),
                "Another layout needs another RequestKey.LAYOUT, or processes of two versions mistake keys");
    }
}
