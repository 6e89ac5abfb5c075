package io.agenticraft.otel.adapters.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.openai.core.ObjectMappers;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import io.agenticraft.otel.genai.GenAi;
import io.agenticraft.otel.prices.ModelCosts;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AnswerTest {
    private final Answer answer = new Answer(null);

    @Test
    void wholeAnswer_isRead() throws Exception {
        whole(Bodies.COMPLETION);
        assertEquals("chatcmpl-1", answer.id());
        assertEquals("gpt-4o-mini-2024-07-18", answer.model());
        assertEquals(List.of("stop"), answer.finishReasons());
        assertEquals(20L, answer.inputTokens());
        assertEquals(5L, answer.outputTokens());
        assertEquals(8L, answer.cacheReadTokens());
        assertEquals(4L, answer.cacheWriteTokens());
        assertEquals(3L, answer.reasoningTokens());
        assertEquals("fp_1", answer.extra().get(GenAi.OPENAI_RESPONSE_SYSTEM_FINGERPRINT));
        assertEquals("default", answer.extra().get(GenAi.OPENAI_RESPONSE_SERVICE_TIER));
    }

    @Test
    void nothing_saysNothing() {
        assertNull(answer.id());
        assertNull(answer.inputTokens());
        assertEquals(List.of(), answer.finishReasons());
        assertEquals(0, answer.extra().size());
    }

    @Test
    void pieces_addUp() throws Exception {
        piece(Bodies.chunk("Sun", null));
        assertEquals(List.of(), answer.finishReasons());
        assertNull(answer.inputTokens());
        piece(Bodies.chunk("", "tool_calls"));
        piece(Bodies.usageChunk());
        assertEquals("chatcmpl-2", answer.id());
        assertEquals(List.of("tool_call"), answer.finishReasons());
        assertEquals(11L, answer.inputTokens());
        assertNull(answer.cacheReadTokens());
    }

    @Test
    void emptyIdAndModel_doNotReplaceWhatIsKnown() throws Exception {
        piece(Bodies.chunk("Sun", null));
        piece("{\"id\":\"\",\"model\":\"\",\"choices\":[]}");
        assertEquals("chatcmpl-2", answer.id());
        assertEquals("gpt-4o-mini-2024-07-18", answer.model());
    }

    @Test
    void choices_areOrderedByTheirIndexHoweverTheyCome() throws Exception {
        piece("{\"choices\":[{\"index\":2,\"finish_reason\":\"length\"}]}");
        piece("{\"choices\":[{\"index\":0,\"finish_reason\":\"stop\"},{\"index\":1,\"finish_reason\":null}]}");
        assertEquals(List.of("stop", "length"), answer.finishReasons());
    }

    @Test
    void unforeseenKinds_areNotRead() throws Exception {
        whole("{\"id\":1,\"model\":[],\"choices\":{},\"usage\":\"much\",\"service_tier\":3}");
        assertNull(answer.id());
        assertNull(answer.model());
        assertEquals(List.of(), answer.finishReasons());
        assertNull(answer.outputTokens());
        assertEquals(0, answer.extra().size());
    }

    @Test
    void unknownFinishReason_staysAsItIs() throws Exception {
        whole("{\"choices\":[{\"index\":0,\"finish_reason\":\"tired\"}]}");
        assertEquals(List.of("tired"), answer.finishReasons());
    }

    private void whole(String json) throws JsonProcessingException {
        answer.add(ObjectMappers.jsonMapper().readValue(json, ChatCompletion.class));
    }

    private void piece(String json) throws JsonProcessingException {
        answer.add(ObjectMappers.jsonMapper().readValue(json, ChatCompletionChunk.class));
    }

    @Test
    void cost_isThatOfTheModelThatAnswered() throws Exception {
        Answer priced = new Answer(new Bill(ModelCosts.configured(), "openai", "gpt-4o-mini"));
        assertNull(priced.cost());
        priced.add(ObjectMappers.jsonMapper().readValue(Bodies.COMPLETION, ChatCompletion.class));
        // 20 tokens in, of which 8 are read from the cache at half the price and 4 written to it; 5 out
        assertEquals((8 * 0.075 + 12 * 0.15 + 5 * 0.6) / 1e6, Objects.requireNonNull(priced.cost()), 1e-15);
    }

    @Test
    void cost_ofAnUnknownModel_isNotKnown() throws Exception {
        Answer priced = new Answer(new Bill(ModelCosts.configured(), "azure.ai.openai", "my-deployment"));
        priced.add(ObjectMappers.jsonMapper().readValue(Bodies.COMPLETION, ChatCompletion.class));
        assertNull(priced.cost());
    }
}
