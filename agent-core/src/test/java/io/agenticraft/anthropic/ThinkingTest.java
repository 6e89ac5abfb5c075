package io.agenticraft.anthropic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agenticraft.json.InvalidJsonException;
import io.agenticraft.model.Content;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.OnUnsupported;
import io.agenticraft.model.Reasoning;
import io.agenticraft.model.Role;
import io.agenticraft.model.ToolCall;
import io.agenticraft.model.ToolResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Older models take tokens for thinking, newer ones an effort, and each gets what it takes. */
class ThinkingTest {
    private static final Message RESULT = Message.tool(List.of(new ToolResult("1", "t", "r", false)));

    private static JsonNode sent(String model, GenerationOptions.Builder options, Message... messages)
            throws IOException {
        return new ObjectMapper()
                .readTree(MessagesBodies.of(ModelRequest.builder(model)
                        .messages(messages)
                        .options(options.build())
                        .build()));
    }

    private static Message calls(Content... before) {
        List<Content> parts = new ArrayList<>(List.of(before));
        parts.add(new ToolCall("1", "t", "{}"));
        return new Message(Role.ASSISTANT, parts);
    }

    @ParameterizedTest
    @CsvSource({"minimal, 1024", "low, 2048", "medium, 8192", "high, 16384", "max, 16384"})
    void level_becomesTokensForModelsThatTakeNoLevel(String level, int tokens) throws IOException {
        JsonNode sent = sent("claude-sonnet-4-5", GenerationOptions.builder().reasoningLevel(level));

        assertEquals("enabled", sent.at("/thinking/type").asText());
        assertEquals(tokens, sent.at("/thinking/budget_tokens").asInt());
        assertEquals(
                MessagesRequest.DEFAULT_MAX_TOKENS + tokens,
                sent.path("max_tokens").asInt());
        assertFalse(sent.has("output_config"), sent::toString);
    }

    @Test
    void level_takesHalfOfTheTokensAtMost() throws IOException {
        GenerationOptions.Builder options =
                GenerationOptions.builder().reasoningLevel("high").maxTokens(4000);

        assertEquals(
                2000,
                sent("claude-sonnet-4-5", options).at("/thinking/budget_tokens").asInt());
        assertFalse(sent("claude-sonnet-4-5", options.maxTokens(2000)).has("thinking"));
    }

    @Test
    void tokens_becomeAdaptiveThinkingForModelsThatTakeNone() throws IOException {
        JsonNode sent = sent("claude-opus-4-7", GenerationOptions.builder().reasoningTokens(2048));

        assertEquals("adaptive", sent.at("/thinking/type").asText());
        assertFalse(sent.path("thinking").has("budget_tokens"), sent::toString);
    }

    @Test
    void none_turnsItOffWhereItCouldBeOn() throws IOException {
        GenerationOptions.Builder none = GenerationOptions.builder().reasoningLevel("none");

        assertEquals(
                "disabled", sent("claude-sonnet-4-6", none).at("/thinking/type").asText());
        assertFalse(sent("claude-3-5-haiku-latest", none.onUnsupported(OnUnsupported.REFUSE))
                .has("thinking"));
    }

    @Test
    void callsOfAnotherProvider_areAnsweredWithoutThinking() throws IOException {
        GenerationOptions.Builder options = GenerationOptions.builder().reasoningTokens(2048);
        Reasoning foreign = new Reasoning("hm", "openai", "s", null);
        Reasoning own = new Reasoning("hm", "anthropic", "s", null);
        Message ask = Message.user("a");

        assertFalse(
                sent("claude-sonnet-4-5", options, ask, calls(foreign), RESULT).has("thinking"));
        assertEquals(
                2048,
                sent("claude-sonnet-4-5", options, ask, calls(own), RESULT)
                        .at("/thinking/budget_tokens")
                        .asInt());
        assertEquals(
                2048,
                sent("claude-sonnet-4-5", options, ask, calls(foreign), RESULT, Message.assistant("b"), ask)
                        .at("/thinking/budget_tokens")
                        .asInt());
        options.onUnsupported(OnUnsupported.REFUSE);
        assertThrows(InvalidJsonException.class, () -> sent("claude-sonnet-4-5", options, ask, calls(foreign), RESULT));
    }
}
