package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.HttpResponseFor;
import com.openai.core.http.StreamResponse;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.RateLimitException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Other ways of using the official OpenAI client: asynchronous, raw, structured, retrying, and with broken streams. */
final class AsyncClientTest {

    private static final int SECONDS = 20;

    private static Simulator simulator;
    private static OpenAIClient client;

    @BeforeAll
    static void start() {
        simulator = Simulator.start();
        client = OpenAIOkHttpClient.builder()
                .apiKey("sk-test")
                .baseUrl(simulator.baseUrl() + "/v1")
                .maxRetries(2)
                .build();
    }

    @AfterAll
    static void stop() {
        client.close();
        simulator.close();
    }

    /** What a structured answer is read into. */
    static final class Review {
        public int stars;
        public String summary = "";
    }

    private static ChatCompletionCreateParams.Builder question() {
        return ChatCompletionCreateParams.builder().model("gpt-4o-mini").addUserMessage("Where is my parcel?");
    }

    private static ChatCompletionCreateParams failing(String directives) {
        return question().putAdditionalHeader(Directives.HEADER, directives).build();
    }

    @Test
    void asyncAnswer_isRead() throws Exception {
        ChatCompletion completion =
                client.async().chat().completions().create(question().build()).get(SECONDS, TimeUnit.SECONDS);
        assertTrue(completion.choices().get(0).message().content().orElseThrow().contains("parcel"));
    }

    @Test
    void asyncStream_endsWell() throws Exception {
        StringBuilder text = new StringBuilder();
        client.async()
                .chat()
                .completions()
                .createStreaming(question().build())
                .subscribe(chunk -> chunk.choices()
                        .forEach(choice -> choice.delta().content().ifPresent(text::append)))
                .onCompleteFuture()
                .get(SECONDS, TimeUnit.SECONDS);
        assertEquals("This is a simulated answer to: Where is my parcel?", text.toString());
    }

    @Test
    void asyncError_isTyped() {
        CompletionException e = assertThrows(
                CompletionException.class,
                () -> client.async()
                        .chat()
                        .completions()
                        .create(failing("error=quota;retry-after=0"))
                        .orTimeout(SECONDS, TimeUnit.SECONDS)
                        .join());
        assertInstanceOf(RateLimitException.class, e.getCause());
    }

    @Test
    void rawResponse_hasTheHeaders() {
        try (HttpResponseFor<ChatCompletion> response =
                client.chat().completions().withRawResponse().create(question().build())) {
            assertTrue(response.headers().values("x-request-id").get(0).startsWith("req_"));
            assertFalse(response.parse().choices().isEmpty());
        }
    }

    @Test
    void structuredAnswer_isReadIntoItsClass() {
        Review review = client.chat()
                .completions()
                .create(question().responseFormat(Review.class).build())
                .choices()
                .get(0)
                .message()
                .content()
                .orElseThrow();
        assertEquals("Where is my parcel?", review.summary);
        assertEquals(1, review.stars);
    }

    @Test
    void failureThatPasses_isRetriedByTheClient() {
        simulator.clearRequests();
        ChatCompletion completion = client.chat().completions().create(failing("error=429;times=2;retry-after=1ms"));
        assertFalse(completion.choices().isEmpty());
        assertEquals(3, simulator.requests().size());
    }

    @Test
    void errorInStream_isThrownAfterTheFirstChunks() {
        AtomicInteger chunks = new AtomicInteger();
        assertThrows(OpenAIException.class, () -> read("error=stream;tokens=10", chunks));
        assertTrue(chunks.get() > 2, chunks::toString);
    }

    @Test
    void cutStream_isAnIoException() {
        AtomicInteger chunks = new AtomicInteger();
        assertThrows(OpenAIIoException.class, () -> read("error=cut;tokens=10", chunks));
        assertTrue(chunks.get() > 2, chunks::toString);
    }

    private static void read(String directives, AtomicInteger chunks) {
        try (StreamResponse<ChatCompletionChunk> response =
                client.chat().completions().createStreaming(failing(directives))) {
            response.stream().forEach(chunk -> chunks.incrementAndGet());
        }
    }
}
