package io.agenticraft.otel.adapters.openai;

import io.agenticraft.otel.adapter.Adapter;
import io.agenticraft.otel.adapter.Seam;
import java.util.List;

/** The chat completions of openai-java, from 4.0.0 on. Mentions the library's classes by name only. */
public final class OpenAiAdapter implements Adapter {
    private static final String BLOCKING = "com.openai.services.blocking.chat.ChatCompletionServiceImpl";
    private static final String ASYNC = "com.openai.services.async.chat.ChatCompletionServiceAsyncImpl";
    private static final String RAW = "$WithRawResponseImpl";
    private static final List<String> PARAMETERS =
            List.of("com.openai.models.chat.completions.ChatCompletionCreateParams", "com.openai.core.RequestOptions");
    private static final String HANDLERS = "io.agenticraft.otel.adapters.openai.";

    @Override
    public String name() {
        return "openai-java";
    }

    @Override
    public List<Seam> seams() {
        return List.of(
                new Seam(BLOCKING + RAW, "create", PARAMETERS, HANDLERS + "CreateHandler"),
                new Seam(BLOCKING + RAW, "createStreaming", PARAMETERS, HANDLERS + "CreateStreamingHandler"),
                new Seam(ASYNC + RAW, "create", PARAMETERS, HANDLERS + "CreateAsyncHandler"),
                new Seam(ASYNC + RAW, "createStreaming", PARAMETERS, HANDLERS + "CreateStreamingAsyncHandler"),
                new Seam(ASYNC, "create", PARAMETERS, HANDLERS + "AwaitHandler"));
    }

    @Override
    public List<String> requires() {
        return List.of(
                "com.openai.core.JsonField#asKnown",
                "com.openai.core.http.HttpResponseFor#parse",
                "com.openai.core.http.StreamResponse#stream",
                "com.openai.models.chat.completions.ChatCompletionCreateParams#_model",
                "com.openai.models.chat.completions.ChatCompletion#_usage",
                "com.openai.models.chat.completions.ChatCompletionChunk#_usage");
    }
}
