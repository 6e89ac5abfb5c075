package io.agenticraft.otel.adapters.openai;

import com.openai.models.ChatModel;
import com.openai.models.ReasoningEffort;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionCreateParams.ResponseFormat;
import com.openai.models.chat.completions.ChatCompletionCreateParams.ServiceTier;
import com.openai.models.chat.completions.ChatCompletionCreateParams.Stop;
import io.agenticraft.otel.genai.GenAi;
import io.agenticraft.otel.genai.InferenceRequest;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The request of a chat completion. */
final class ChatRequest implements InferenceRequest {
    private final ChatCompletionCreateParams params;
    private final Endpoint endpoint;
    private final boolean streaming;

    ChatRequest(ChatCompletionCreateParams params, Endpoint endpoint, boolean streaming) {
        this.params = params;
        this.endpoint = endpoint;
        this.streaming = streaming;
    }

    @Override
    public String provider() {
        return endpoint.provider();
    }

    @Override
    public @Nullable String serverAddress() {
        return endpoint.host();
    }

    @Override
    public int serverPort() {
        return endpoint.port();
    }

    @Override
    public boolean streaming() {
        return streaming;
    }

    @Override
    public @Nullable String model() {
        return Fields.text(params._model(), ChatModel::_value);
    }

    @Override
    @SuppressWarnings("deprecation") // Deprecated by OpenAI, and still sent.
    public @Nullable Long maxTokens() {
        Long completion = Fields.whole(params._maxCompletionTokens());
        return completion != null ? completion : Fields.whole(params._maxTokens());
    }

    @Override
    public @Nullable Double temperature() {
        return Fields.real(params._temperature());
    }

    @Override
    public @Nullable Double topP() {
        return Fields.real(params._topP());
    }

    @Override
    public @Nullable Double frequencyPenalty() {
        return Fields.real(params._frequencyPenalty());
    }

    @Override
    public @Nullable Double presencePenalty() {
        return Fields.real(params._presencePenalty());
    }

    @Override
    @SuppressWarnings("deprecation") // Deprecated by OpenAI, and still sent.
    public @Nullable Long seed() {
        return Fields.whole(params._seed());
    }

    @Override
    public @Nullable Long choiceCount() {
        return Fields.whole(params._n());
    }

    @Override
    public List<String> stopSequences() {
        Stop stop = Fields.known(params._stop());
        if (stop == null) {
            return List.of();
        }
        return stop.string().map(List::of).or(stop::strings).orElse(List.of());
    }

    @Override
    public @Nullable String outputType() {
        ResponseFormat format = Fields.known(params._responseFormat());
        if (format == null) {
            return null;
        }
        return format.isText() ? "text" : format.isJsonSchema() || format.isJsonObject() ? "json" : null;
    }

    @Override
    public @Nullable String reasoningLevel() {
        return Fields.text(params._reasoningEffort(), ReasoningEffort::_value);
    }

    @Override
    public String inputModality() {
        return Modality.ofInput(params);
    }

    @Override
    public String outputModality() {
        return Modality.ofOutput(params);
    }

    @Override
    public Attributes extra() {
        AttributesBuilder extra = Attributes.builder().put(GenAi.OPENAI_API_TYPE, GenAi.OPENAI_CHAT_COMPLETIONS);
        String tier = Fields.text(params._serviceTier(), ServiceTier::_value);
        if (tier != null && !tier.equals("auto")) {
            extra.put(GenAi.OPENAI_REQUEST_SERVICE_TIER, tier);
        }
        return extra.build();
    }
}
