package io.agenticraft.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.agenticraft.anthropic.Anthropic;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.RateLimits;
import io.agenticraft.model.RateLimits.Bucket;
import io.agenticraft.openai.OpenAi;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.RateLimitException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a provider says of its rate limits reaches the caller, with an answer and with a failure. */
class RateLimitTest {
    private static final ModelRequest HELLO =
            ModelRequest.builder("m").messages(Message.user("Hello")).build();
    private static final String ANSWER =
            "{\"choices\":[{\"message\":{\"content\":\"hi\"},\"finish_reason\":\"stop\"}]}";
    private static final Map<String, String> HEADERS = Map.of(
            "x-ratelimit-limit-tokens", "1000",
            "x-ratelimit-remaining-tokens", "0",
            "x-ratelimit-reset-tokens", "1m30s");
    private static final RateLimits LIMITS =
            new RateLimits(null, new Bucket(1000, 0, Duration.ofSeconds(90)), null, null);

    private final WireServer server = WireServer.start();
    private final ModelProvider provider = new OpenAi().create(Calls.spec("openai", server.url("")));

    @AfterEach
    void stop() throws Exception {
        provider.close();
        server.close();
    }

    @Test
    void answer_carriesThem() throws Exception {
        server.reply(Replies.response(200, HEADERS, ANSWER));

        assertEquals(LIMITS, Calls.await(provider.complete(HELLO)).rateLimits());
    }

    @Test
    void stream_carriesThem() throws Exception {
        server.reply((socket, request) -> {
            Replies.head(socket, 200, HEADERS, "transfer-encoding: chunked");
            Replies.chunk(socket, Speech.OPENAI.whole("hi").getBytes(java.nio.charset.StandardCharsets.UTF_8));
            Replies.end(socket);
        });

        assertEquals(LIMITS, Calls.await(provider.stream(HELLO, event -> {})).rateLimits());
    }

    @Test
    void failure_carriesThemAndWaitsForTheReset() {
        server.reply(Replies.response(429, HEADERS, "{\"error\":{\"message\":\"slow down\"}}"));
        RateLimitException failure = Calls.failure(RateLimitException.class, provider.complete(HELLO));

        assertEquals(LIMITS, failure.details().rateLimits());
        assertEquals(Duration.ofSeconds(90), failure.retryAfter());
    }

    @Test
    void anthropicAnswer_carriesInputAndOutputApart() throws Exception {
        server.reply(Replies.response(
                200,
                Map.of(
                        "anthropic-ratelimit-input-tokens-remaining", "7",
                        "anthropic-ratelimit-output-tokens-remaining", "8"),
                "{\"content\":[{\"type\":\"text\",\"text\":\"hi\"}],\"stop_reason\":\"end_turn\"}"));
        try (ModelProvider anthropic = new Anthropic().create(Calls.spec("anthropic", server.url("")))) {
            RateLimits limits = Objects.requireNonNull(
                    Calls.await(anthropic.complete(HELLO)).rateLimits());

            assertEquals(new Bucket(Bucket.UNKNOWN, 7, null), limits.inputTokens());
            assertEquals(new Bucket(Bucket.UNKNOWN, 8, null), limits.outputTokens());
        }
    }

    @Test
    void answerWithoutThem_hasNone() throws Exception {
        server.reply(Replies.json(ANSWER));

        assertNull(Calls.await(provider.complete(HELLO)).rateLimits());
    }
}
