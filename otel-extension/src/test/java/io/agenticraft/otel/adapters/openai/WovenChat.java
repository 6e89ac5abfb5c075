package io.agenticraft.otel.adapters.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import io.agenticraft.otel.adapter.Weaving;
import io.agenticraft.otel.genai.Failures;
import io.agenticraft.otel.genai.TelemetrySource;
import io.agenticraft.otel.testing.TestTelemetry;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A real client with woven services, and a server that answers it. */
abstract class WovenChat {
    private static Weaving weaving;
    final TestTelemetry telemetry = new TestTelemetry();
    private long failuresBefore;
    FakeServer server;
    OpenAIClient client;

    @BeforeAll
    static void weave() {
        weaving = Weaving.of(new OpenAiAdapter());
    }

    @AfterAll
    static void unweave() {
        weaving.close();
    }

    @BeforeEach
    void open() {
        failuresBefore = Failures.total();
        TelemetrySource.set(telemetry::openTelemetry);
        server = new FakeServer();
        client = client(server.url());
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
        TelemetrySource.set(GlobalOpenTelemetry::get);
        assertEquals(List.of(), Weaving.failures(), "handlers must not throw");
        assertEquals(failuresBefore, Failures.total(), "telemetry must not fail");
    }

    static OpenAIClient client(String url) {
        return OpenAIOkHttpClient.builder()
                .apiKey("sk-secret")
                .baseUrl(url)
                .maxRetries(0)
                .timeout(Duration.ofSeconds(20))
                .build();
    }

    static ChatCompletionCreateParams.Builder request() {
        return ChatCompletionCreateParams.builder().model("gpt-4o-mini").addUserMessage("What is the weather?");
    }

    static ChatCompletionCreateParams streamRequest() {
        return request()
                .streamOptions(
                        ChatCompletionStreamOptions.builder().includeUsage(true).build())
                .build();
    }

    /** The only span there is, once there is one. */
    SpanData onlySpan() throws InterruptedException {
        List<SpanData> spans = awaitSpans();
        assertEquals(1, spans.size(), () -> "one span per call, not " + spans);
        return spans.get(0);
    }

    private List<SpanData> awaitSpans() throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (telemetry.spans().isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
        return telemetry.spans();
    }
}
