package io.agenticraft.otel.testing;

import io.agenticraft.otel.genai.InferenceRequest;
import io.agenticraft.otel.genai.InferenceResponse;
import io.opentelemetry.api.common.Attributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests and responses of no library in particular. */
public final class Facts {
    private Facts() {}

    public static Request request() {
        return new Request("chat", "gpt-4o", false);
    }

    public static Request streaming() {
        return new Request("chat", "gpt-4o", true);
    }

    public static Response response(@Nullable String id, @Nullable Long input, @Nullable Long output) {
        return new Response(id, null, List.of(), input, output, Attributes.empty());
    }

    /** A request. */
    public record Request(String operation, @Nullable String model, boolean streaming) implements InferenceRequest {
        @Override
        public String provider() {
            return "openai";
        }
    }

    /** A response. */
    public record Response(
            @Nullable String id,
            @Nullable String model,
            List<String> finishReasons,
            @Nullable Long inputTokens,
            @Nullable Long outputTokens,
            Attributes extra)
            implements InferenceResponse {}
}
