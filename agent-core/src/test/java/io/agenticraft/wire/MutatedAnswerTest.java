package io.agenticraft.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agenticraft.anthropic.Anthropic;
import io.agenticraft.model.Content;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.ProviderContent;
import io.agenticraft.model.Role;
import io.agenticraft.model.ToolResult;
import io.agenticraft.ollama.Ollama;
import io.agenticraft.openai.OpenAi;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.ProviderException;
import io.agenticraft.provider.ProviderFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Answers in which values are null, of another kind, beyond all bounds or twice: a call ends with an answer or with a
 * typed failure, and whatever the answer is, the conversation can go on with it everywhere.
 */
class MutatedAnswerTest {
    private static final int ANSWERS = 120;
    private static final List<String> JUNK = List.of(
            "null",
            "\"12\"",
            "-1",
            "12.5",
            "99999999999999999999",
            "1e999",
            "true",
            "{}",
            "[]",
            "[null]",
            "{\"text\":{\"text\":1}}",
            "\"\"",
            "\" \"",
            "\"\\ud83d\"",
            "\"a b.c\\u0000\"");

    /** Who answers, whole and in pieces. */
    enum Peer {
        OPENAI(Replies.EVENTS, """
                {"id":"c1","model":"m1","choices":[{"index":0,"message":{"role":"assistant","content":"Hello","refusal":null,
                "reasoning":"hm","tool_calls":[{"id":"call_1","index":0,"type":"function","function":{"name":"weather","arguments":"{}"}},
                {"id":"call_2","index":1,"type":"function","function":{"name":"weather","arguments":"{\\"a\\":1}"}}]},
                "finish_reason":"tool_calls"}],"usage":{"prompt_tokens":3,"completion_tokens":4,
                "prompt_tokens_details":{"cached_tokens":1},"completion_tokens_details":{"reasoning_tokens":2}}}""", """
                {"id":"c1","model":"m1","choices":[{"index":0,"delta":{"role":"assistant","content":"Hel"}}]}
                {"id":"c1","model":"m1","choices":[{"index":0,"delta":{"content":"lo","refusal":"no"}}],"usage":null}
                {"id":"c1","model":"m1","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"call_1","type":"function","function":{"name":"weather","arguments":""}}]}}]}
                {"id":"c1","model":"m1","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{}"}}]}}]}
                {"id":"c1","model":"m1","choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]}
                {"id":"c1","model":"m1","choices":[],"usage":{"prompt_tokens":3,"completion_tokens":4}}"""),
        ANTHROPIC(Replies.EVENTS, """
                {"id":"m1","type":"message","role":"assistant","model":"m1","content":[{"type":"thinking","thinking":"hm","signature":"s"},
                {"type":"text","text":"Hello"},{"type":"tool_use","id":"toolu_1","name":"weather","input":{"a":1}},
                {"type":"tool_use","id":"toolu_2","name":"weather","input":{}}],"stop_reason":"tool_use","stop_sequence":null,
                "usage":{"input_tokens":3,"cache_read_input_tokens":1,"output_tokens":4}}""", """
                {"type":"message_start","message":{"id":"m1","model":"m1","content":[],"usage":{"input_tokens":3}}}
                {"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}}
                {"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"hm"}}
                {"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"s"}}
                {"type":"content_block_stop","index":0}
                {"type":"content_block_start","index":1,"content_block":{"type":"tool_use","id":"toolu_1","name":"weather","input":{}}}
                {"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"{}"}}
                {"type":"content_block_stop","index":1}
                {"type":"message_delta","delta":{"stop_reason":"tool_use"},"usage":{"output_tokens":4}}
                {"type":"message_stop"}"""),
        OLLAMA(Replies.LINES, """
                {"model":"m1","message":{"role":"assistant","content":"Hello","thinking":"hm","tool_calls":[
                {"function":{"name":"weather","arguments":{"a":1}}},{"id":"c","function":{"index":1,"name":"weather","arguments":{}}}]},
                "done":true,"done_reason":"stop","prompt_eval_count":3,"eval_count":4,"total_duration":5}""", """
                {"model":"m1","message":{"role":"assistant","content":"Hel","thinking":"hm"},"done":false}
                {"model":"m1","message":{"role":"assistant","content":"","tool_calls":[{"function":{"name":"weather","arguments":{}}}]},"done":false}
                {"model":"m1","message":{"role":"assistant","content":""},"done":true,"done_reason":"stop","eval_count":4}""");

        private final String contentType;
        private final String whole;
        private final String pieces;

        Peer(String contentType, String whole, String pieces) {
            this.contentType = contentType;
            this.whole = whole;
            this.pieces = pieces;
        }

        ProviderFactory factory() {
            return switch (this) {
                case OPENAI -> new OpenAi();
                case ANTHROPIC -> new Anthropic();
                case OLLAMA -> new Ollama();
            };
        }

        WireServer.Reply reply(boolean stream, Random random) throws Exception {
            if (!stream) {
                return Replies.json(mutate(whole, random));
            }
            List<String> lines = new ArrayList<>(pieces.lines().toList());
            int at = random.nextInt(lines.size());
            lines.set(at, mutate(lines.get(at), random));
            StringBuilder body = new StringBuilder();
            for (String line : lines) {
                body.append(contentType.equals(Replies.LINES) ? line + "\n" : "data: " + line + "\n\n");
            }
            return Replies.chunked(contentType, body + (this == OPENAI ? "data: [DONE]\n\n" : ""));
        }
    }

    /** Sets up to three values to something else; or says a field twice. */
    private static String mutate(String json, Random random) throws Exception {
        JsonNode root = Recording.MAPPER.readTree(json);
        for (int i = random.nextInt(3); i >= 0; i--) {
            List<Runnable> places = new ArrayList<>();
            JsonNode junk = Recording.MAPPER.readTree(JUNK.get(random.nextInt(JUNK.size())));
            collect(root, junk, places);
            places.get(random.nextInt(places.size())).run();
        }
        String text = root.toString().replace("\"Infinity\"", "1e999").replace("Infinity", "1e999");
        return random.nextInt(10) == 0 ? "{\"unknown\":[{\"x\":null}]," + text.substring(1) : text;
    }

    private static void collect(JsonNode node, JsonNode junk, List<Runnable> places) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> places.add(() -> object.set(name, junk)));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                places.add(() -> array.set(at, junk));
            }
        }
        for (JsonNode child : node) {
            if (child instanceof ContainerNode<?>) {
                collect(child, junk, places);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void mutatedAnswer_isAnAnswerOrATypedFailure(Peer peer) throws Exception {
        long base = Long.getLong("agenticraft.seed", System.nanoTime());
        int answers = 0;
        try (WireServer server = WireServer.start();
                ModelProvider provider =
                        peer.factory().create(Calls.spec(peer.factory().name(), server.url("")))) {
            for (int i = 0; i < 2 * ANSWERS; i++) {
                boolean stream = i % 2 == 0;
                server.reply(peer.reply(stream, new Random(base + i)));
                try {
                    answers += check(provider, stream) ? 1 : 0;
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError("With -Dagenticraft.seed=" + (base + i) + ": " + e.getMessage(), e);
                }
            }
        }
        assertTrue(answers > ANSWERS, answers + " were answers");
    }

    private static boolean check(ModelProvider provider, boolean stream) throws Exception {
        ModelRequest request =
                ModelRequest.builder("m").messages(Message.user("a")).build();
        CompletableFuture<ModelResponse> call =
                stream ? provider.stream(request, event -> {}) : provider.complete(request);
        ModelResponse response;
        try {
            response = call.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            assertInstanceOf(ProviderException.class, failed.getCause());
            return false;
        }
        assertNotNegative(response.usage().inputTokens());
        assertNotNegative(response.usage().outputTokens());
        goOn(response.message());
        return true;
    }

    private static void assertNotNegative(@org.jspecify.annotations.Nullable Long tokens) {
        assertTrue(tokens == null || tokens >= 0, tokens + " tokens");
    }

    private static void goOn(Message answer) throws Exception {
        List<Content> parts = new ArrayList<>(answer.content());
        parts.removeIf(ProviderContent.class::isInstance); // goes back as it came, whatever came
        List<Message> log = new ArrayList<>(List.of(Message.user("a"), new Message(Role.ASSISTANT, parts)));
        answer.toolCalls()
                .forEach(
                        call -> log.add(Message.tool(List.of(new ToolResult(call.id(), call.name(), "sunny", false)))));
        log.add(Message.user("b"));
        for (Target target : Target.values()) {
            String body =
                    target.body(ModelRequest.builder(target.model).messages(log).build());
            assertEquals(List.of(), target.faults(body), body);
            assertEquals(List.of(), target.faultsBySdk(body), body);
        }
    }
}
