package io.agenticraft.cache;

import io.agenticraft.model.Content;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Image;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ProviderContent;
import io.agenticraft.model.Reasoning;
import io.agenticraft.model.Refusal;
import io.agenticraft.model.Text;
import io.agenticraft.model.ToolCall;
import io.agenticraft.model.ToolResult;
import io.agenticraft.model.ToolSpec;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What makes two requests equal: everything that a model is told, who asks, and where. Lists count in their order, tools too,
 * for a model reads them in it; maps do not. Whether the answer is streamed does not count.
 */
final class RequestKey {
    /** Written first, so that keys of another layout are other keys. */
    private static final String LAYOUT = "agenticraft-request-1";

    private RequestKey() {}

    static CacheKey of(
            String namespace, @Nullable String tenant, String provider, @Nullable URI endpoint, ModelRequest request) {
        KeyWriter key = new KeyWriter()
                .text(LAYOUT)
                .text(namespace)
                .text(tenant)
                .text(provider)
                .text(endpoint == null ? null : endpoint.toString())
                .text(request.model());
        key.list(request.messages().size());
        for (Message message : request.messages()) {
            message(key, message);
        }
        key.list(request.tools().size());
        for (ToolSpec tool : request.tools()) {
            key.text(tool.name()).text(tool.description()).text(tool.inputSchema());
        }
        key.text(request.toolChoice().mode().name())
                .text(request.toolChoice().toolName())
                .text(request.responseFormat().kind().name())
                .text(request.responseFormat().name())
                .text(request.responseFormat().schema());
        options(key, request.options());
        return key.finish();
    }

    private static void message(KeyWriter key, Message message) {
        key.text(message.role().name()).list(message.content().size());
        for (Content part : message.content()) {
            part(key, part);
        }
    }

    private static void part(KeyWriter key, Content part) {
        if (part instanceof Text text) {
            key.type('t').text(text.text());
        } else if (part instanceof Image image) {
            key.type('i')
                    .text(image.url() == null ? null : image.url().toString())
                    .text(image.mediaType())
                    .text(image.base64());
        } else if (part instanceof Reasoning reasoning) {
            key.type('r')
                    .text(reasoning.text())
                    .text(reasoning.provider())
                    .text(reasoning.signature())
                    .text(reasoning.redactedData());
        } else if (part instanceof Refusal refusal) {
            key.type('f').text(refusal.text());
        } else if (part instanceof ToolCall call) {
            key.type('c').text(call.id()).text(call.name()).text(call.arguments());
        } else if (part instanceof ToolResult result) {
            key.type('a').text(result.callId()).text(result.toolName()).text(result.content());
            key.truth(result.error());
        } else if (part instanceof ProviderContent content) {
            key.type('p').text(content.provider()).text(content.kind()).text(content.json());
        } else {
            throw new IllegalStateException("No key for " + part.getClass().getSimpleName());
        }
    }

    private static void options(KeyWriter key, GenerationOptions options) {
        key.number(options.maxTokens())
                .decimal(options.temperature())
                .decimal(options.topP())
                .number(options.topK())
                .texts(options.stopSequences())
                .number(options.seed())
                .decimal(options.frequencyPenalty())
                .decimal(options.presencePenalty())
                .text(options.reasoningLevel())
                .number(options.reasoningTokens())
                .truth(options.parallelToolCalls())
                .map(options.extra())
                .text(String.valueOf(options.onUnsupported()));
        if (!options.providerExtra().isEmpty()) {
            key.map(options.providerExtra());
        }
    }
}
