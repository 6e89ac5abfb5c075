package io.agenticraft.otel.adapters.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.openai.azure.AzureOpenAIServiceVersion;
import com.openai.azure.credential.AzureApiKeyCredential;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import io.agenticraft.otel.genai.GenAi;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.Test;

class AzureTest extends WovenChat {
    private static final String FILTER_RESULTS = """
            {"id":"","object":"","created":0,"model":"","choices":[],"prompt_filter_results":[{"prompt_index":0}]}""";

    @Test
    void azureCredential_isAzuresProvider() throws Exception {
        server.json(200, Bodies.COMPLETION);
        try (Closing azure = new Closing(OpenAIOkHttpClient.builder()
                .baseUrl(server.url())
                .credential(AzureApiKeyCredential.create("key"))
                .build())) {
            azure.client.chat().completions().create(request().build());
        }
        assertEquals("azure.ai.openai", onlySpan().getAttributes().get(GenAi.PROVIDER_NAME));
    }

    @Test
    void firstPieceWithoutIdAndModel_isFollowedByThoseThatHaveThem() throws Exception {
        server.events(FILTER_RESULTS, Bodies.chunk("Sun", null), Bodies.chunk("", "stop"), "[DONE]");
        try (Closing azure = new Closing(OpenAIOkHttpClient.builder()
                        .baseUrl(server.url())
                        .azureServiceVersion(AzureOpenAIServiceVersion.latestStableVersion())
                        .credential(AzureApiKeyCredential.create("key"))
                        .build());
                StreamResponse<ChatCompletionChunk> stream =
                        azure.client.chat().completions().createStreaming(streamRequest())) {
            assertEquals(3, stream.stream().count());
        }
        SpanData span = onlySpan();
        assertEquals("azure.ai.openai", span.getAttributes().get(GenAi.PROVIDER_NAME));
        assertEquals("chatcmpl-2", span.getAttributes().get(GenAi.RESPONSE_ID));
        assertEquals("gpt-4o-mini-2024-07-18", span.getAttributes().get(GenAi.RESPONSE_MODEL));
    }

    private record Closing(OpenAIClient client) implements AutoCloseable {
        @Override
        public void close() {
            client.close();
        }
    }
}
