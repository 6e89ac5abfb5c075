package io.agenticraft.otel.adapters.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.openai.core.JsonMissing;
import com.openai.core.JsonNull;
import com.openai.models.ReasoningEffort;
import com.openai.models.ResponseFormatJsonObject;
import com.openai.models.ResponseFormatText;
import com.openai.models.chat.completions.ChatCompletionAudioParam;
import com.openai.models.chat.completions.ChatCompletionContentPart;
import com.openai.models.chat.completions.ChatCompletionContentPartImage;
import com.openai.models.chat.completions.ChatCompletionContentPartText;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import io.agenticraft.otel.genai.GenAi;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatRequestTest {
    private static ChatCompletionCreateParams.Builder params() {
        return ChatCompletionCreateParams.builder().model("m").addUserMessage("Hello");
    }

    private static ChatRequest read(ChatCompletionCreateParams.Builder params) {
        return new ChatRequest(params.build(), Endpoint.of("https://api.openai.com/v1", false), false);
    }

    @Test
    void plainRequest_saysNothingThatItDoesNotAsk() {
        ChatRequest request = read(params());
        assertEquals("m", request.model());
        assertEquals("openai", request.provider());
        assertEquals("api.openai.com", request.serverAddress());
        assertEquals(443, request.serverPort());
        assertNull(request.maxTokens());
        assertNull(request.temperature());
        assertNull(request.outputType());
        assertNull(request.reasoningLevel());
        assertNull(request.choiceCount());
        assertEquals(List.of(), request.stopSequences());
        assertNull(request.extra().get(GenAi.OPENAI_REQUEST_SERVICE_TIER));
        assertEquals("chat_completions", request.extra().get(GenAi.OPENAI_API_TYPE));
    }

    @Test
    @SuppressWarnings("deprecation") // The older limit is still in use.
    void limit_isThatOfCompletionTokensBeforeTheOlderOne() {
        assertEquals(7L, read(params().maxTokens(7)).maxTokens());
        assertEquals(8L, read(params().maxTokens(7).maxCompletionTokens(8)).maxTokens());
    }

    @Test
    void settings_areRead() {
        ChatRequest request = read(params().frequencyPenalty(0.1)
                .presencePenalty(0.2)
                .n(3)
                .stopOfStrings(List.of("a", "b"))
                .reasoningEffort(ReasoningEffort.LOW)
                .serviceTier(ChatCompletionCreateParams.ServiceTier.of("priority")));
        assertEquals(0.1, request.frequencyPenalty());
        assertEquals(0.2, request.presencePenalty());
        assertEquals(3L, request.choiceCount());
        assertEquals(List.of("a", "b"), request.stopSequences());
        assertEquals("low", request.reasoningLevel());
        assertEquals("priority", request.extra().get(GenAi.OPENAI_REQUEST_SERVICE_TIER));
    }

    @Test
    void automaticServiceTier_isNotToldAsOne() {
        ChatRequest request = read(params().serviceTier(ChatCompletionCreateParams.ServiceTier.AUTO));
        assertNull(request.extra().get(GenAi.OPENAI_REQUEST_SERVICE_TIER));
    }

    @Test
    void outputType_isThatOfTheFormatAskedFor() {
        assertEquals(
                "text",
                read(params().responseFormat(ResponseFormatText.builder().build()))
                        .outputType());
        assertEquals(
                "json",
                read(params().responseFormat(ResponseFormatJsonObject.builder().build()))
                        .outputType());
    }

    @Test
    @SuppressWarnings("unchecked") // Stand for any field.
    void missingAndNullFields_areNotSaid() {
        ChatRequest request = read(params().model(JsonMissing.of()).messages(JsonNull.of()));
        assertNull(request.model());
        assertEquals("unknown", request.inputModality());
    }

    @Test
    void inputModality_isTextWhereAllIsText() {
        assertEquals("text", read(params().addSystemMessage("Be brief")).inputModality());
        assertEquals(
                "text",
                read(params().addUserMessageOfArrayOfContentParts(List.of(textPart())))
                        .inputModality());
        assertEquals(
                "unknown",
                read(params().addUserMessageOfArrayOfContentParts(List.of(textPart(), imagePart())))
                        .inputModality());
    }

    @Test
    void outputModality_isTextUnlessSoundIsAskedFor() {
        assertEquals("text", read(params()).outputModality());
        assertEquals("unknown", read(params().audio(sound())).outputModality());
    }

    private static ChatCompletionAudioParam sound() {
        return ChatCompletionAudioParam.builder()
                .format(ChatCompletionAudioParam.Format.MP3)
                .voice("alloy")
                .build();
    }

    private static ChatCompletionContentPart textPart() {
        return ChatCompletionContentPart.ofText(
                ChatCompletionContentPartText.builder().text("See").build());
    }

    private static ChatCompletionContentPart imagePart() {
        return ChatCompletionContentPart.ofImageUrl(ChatCompletionContentPartImage.builder()
                .imageUrl(ChatCompletionContentPartImage.ImageUrl.builder()
                        .url("https://example.com/a.png")
                        .build())
                .build());
    }
}
