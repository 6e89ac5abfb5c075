package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.azure.AzureOpenAIServiceVersion;
import com.openai.azure.AzureUrlPathMode;
import com.openai.azure.credential.AzureApiKeyCredential;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.NotFoundException;
import com.openai.errors.RateLimitException;
import com.openai.errors.UnauthorizedException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Azure's paths, headers and errors, raw and through the official client's Azure mode. */
final class AzureTest {

    private static final String BODY = "{\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}],\"model\":\"other\"}";

    private static Simulator simulator;

    @BeforeAll
    static void start() {
        simulator = Simulator.start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    /** Without the client's own validation, which does not bear Azure's first chunk. */
    private static OpenAIClient client(String key) {
        return OpenAIOkHttpClient.builder()
                .credential(AzureApiKeyCredential.create(key))
                .azureServiceVersion(AzureOpenAIServiceVersion.latestPreviewVersion())
                .azureUrlPathMode(AzureUrlPathMode.LEGACY)
                .baseUrl(simulator.baseUrl())
                .maxRetries(0)
                .build();
    }

    private static ChatCompletionCreateParams question(String deployment) {
        return ChatCompletionCreateParams.builder()
                .model(deployment)
                .addUserMessage("Hello")
                .build();
    }

    private static HttpResponse<String> post(String deployment, String query) {
        return Http.post(
                simulator,
                "/openai/deployments/" + deployment + "/chat/completions" + query,
                BODY,
                "api-key",
                "azure-test");
    }

    @Test
    void client_readsPlainAnswer() {
        ChatCompletion completion = client("azure-test").chat().completions().create(question("gpt-4o-mini"));
        assertEquals(
                "This is a simulated answer to: Hello",
                completion.choices().get(0).message().content().orElseThrow());
        RecordedRequest request = simulator.requests().get(simulator.requests().size() - 1);
        assertEquals("azure", request.dialect());
    }

    @Test
    void client_readsStream() {
        StringBuilder text = new StringBuilder();
        try (StreamResponse<ChatCompletionChunk> response =
                client("azure-test").chat().completions().createStreaming(question("gpt-4o-mini"))) {
            response.stream()
                    .forEach(chunk -> chunk.choices()
                            .forEach(choice -> choice.delta().content().ifPresent(text::append)));
        }
        assertEquals("This is a simulated answer to: Hello", text.toString());
    }

    @Test
    void client_getsTypedExceptions() {
        assertThrows(
                UnauthorizedException.class,
                () -> client("bad").chat().completions().create(question("gpt-4o-mini")));
        assertThrows(
                NotFoundException.class,
                () -> client("azure-test").chat().completions().create(question("unknown")));
        RateLimitException limited = assertThrows(
                RateLimitException.class,
                () -> client("azure-test").chat().completions().create(question("simulate-error-429")));
        assertEquals(List.of("1000"), limited.headers().values("retry-after-ms"));
    }

    @Test
    void deployment_namesTheModel() {
        assertEquals(
                "my-deployment",
                Http.json(post("my-deployment", "?api-version=2024-10-21"))
                        .path("model")
                        .asText());
    }

    @Test
    void missingApiVersion_isNotFound() {
        HttpResponse<String> response = post("gpt-4o-mini", "");
        assertEquals(404, response.statusCode());
        assertEquals("404", Http.json(response).at("/error/code").asText());
    }

    @Test
    void rateLimit_hasAzuresCodeAndWholeSeconds() {
        HttpResponse<String> response = post("simulate-error-429", "?api-version=2024-10-21");
        assertEquals("RateLimitReached", Http.json(response).at("/error/code").asText());
        assertEquals("1", response.headers().firstValue("retry-after").orElseThrow());
        assertTrue(response.headers()
                .firstValue("x-ratelimit-reset-requests")
                .orElseThrow()
                .matches("\\d+"));
    }

    @Test
    void stream_beginsWithChunkWithoutChoicesAndUsage() {
        HttpResponse<String> response = Http.post(
                simulator,
                "/openai/deployments/gpt-4o-mini/chat/completions?api-version=2024-10-21",
                "{\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}],\"stream\":true}",
                "api-key",
                "azure-test");
        JsonNode first = Http.json(Http.data(response).get(0));
        assertTrue(first.path("choices").isEmpty());
        assertTrue(first.has("prompt_filter_results"));
        assertEquals("", first.path("id").asText("?"));
    }
}
