package io.agenticraft.otel.adapters.core;

import io.agenticraft.model.Content;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Image;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ResponseFormat;
import io.agenticraft.otel.genai.GenAi;
import io.agenticraft.otel.genai.InferenceRequest;
import io.opentelemetry.api.common.Attributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model request as the conventions see it. */
record CoreInferenceRequest(ModelRequest request, ProviderAddress at, boolean streaming, Caller caller)
        implements InferenceRequest, CoreSettings {

    @Override
    public GenerationOptions options() {
        return request.options();
    }

    @Override
    public @Nullable String conversationId() {
        return caller.conversation();
    }

    @Override
    public Attributes extra() {
        return caller.facts();
    }

    @Override
    public String provider() {
        return at.provider();
    }

    @Override
    public String model() {
        return request.model();
    }

    @Override
    public @Nullable String serverAddress() {
        return at.host();
    }

    @Override
    public int serverPort() {
        return at.port();
    }

    @Override
    public @Nullable Long topK() {
        return CoreSettings.toLong(request.options().topK());
    }

    @Override
    public @Nullable String reasoningLevel() {
        return request.options().reasoningLevel();
    }

    @Override
    public @Nullable String outputType() {
        return request.responseFormat().kind() == ResponseFormat.Kind.TEXT ? null : "json";
    }

    @Override
    public String inputModality() {
        return hasImage(request.messages()) ? GenAi.MODALITY_UNKNOWN : GenAi.MODALITY_TEXT;
    }

    /** Answers are text: nothing else has a type in the model. */
    @Override
    public String outputModality() {
        return GenAi.MODALITY_TEXT;
    }

    private static boolean hasImage(List<Message> messages) {
        for (Message message : messages) {
            for (Content part : message.content()) {
                if (part instanceof Image) {
                    return true;
                }
            }
        }
        return false;
    }
}
