package io.agenticraft.otel.adapters.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agenticraft.model.FinishReason;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.Usage;
import io.agenticraft.otel.genai.GenAi;
import io.opentelemetry.api.common.Attributes;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoreInferenceResponseTest {

    private final ModelResponse response = new ModelResponse(
            "id",
            "model",
            Message.assistant("hello"),
            FinishReason.STOP,
            "stop",
            Usage.unknown(),
            null,
            Map.of("service_tier", "default", "system_fingerprint", "fp"));

    @Test
    void openAi_namesTierAndFingerprint() {
        assertEquals(
                Attributes.of(
                        GenAi.OPENAI_RESPONSE_SERVICE_TIER, "default", GenAi.OPENAI_RESPONSE_SYSTEM_FINGERPRINT, "fp"),
                new CoreInferenceResponse(response, "openai", null).extra());
    }

    @Test
    void othersTier_hasNoName() {
        assertEquals(Attributes.empty(), new CoreInferenceResponse(response, "anthropic", null).extra());
    }
}
