package io.agenticraft.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.openai.OpenAi;
import io.agenticraft.provider.AuthenticationException;
import io.agenticraft.provider.ConnectionException;
import io.agenticraft.provider.InterruptedStreamException;
import io.agenticraft.provider.InvalidRequestException;
import io.agenticraft.provider.MalformedResponseException;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.NotFoundException;
import io.agenticraft.provider.OverloadedException;
import io.agenticraft.provider.ProviderException;
import io.agenticraft.provider.ProviderTimeoutException;
import io.agenticraft.provider.QuotaExceededException;
import io.agenticraft.provider.RateLimitException;
import io.agenticraft.provider.ResponseTooLargeException;
import io.agenticraft.provider.ServerException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers in one piece that go wrong, over a real socket. */
class BrokenAnswerTest {
    private static final ModelRequest HELLO =
            ModelRequest.builder("m").messages(Message.user("Hello")).build();

    private final WireServer server = WireServer.start();

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private <T extends ProviderException> T failure(Class<T> type) {
        return failure(type, server.url("/v1"));
    }

    private static <T extends ProviderException> T failure(Class<T> type, URI url) {
        try (ModelProvider provider = new OpenAi().create(Calls.spec("openai", url))) {
            return Calls.failure(type, provider.complete(HELLO));
        }
    }

    private void answer(int status, String body, String... headers) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            map.put(headers[i], headers[i + 1]);
        }
        server.reply(Replies.response(status, map, body));
    }

    @Test
    void rateLimit_saysHowLongToWait() {
        answer(
                429,
                "{\"error\":{\"message\":\"Slow down\",\"type\":\"tokens\",\"param\":null,\"code\":\"rate_limit_exceeded\"}}",
                "retry-after",
                "7",
                "x-request-id",
                "req_1");

        RateLimitException failure = failure(RateLimitException.class);

        assertEquals(Duration.ofSeconds(7), failure.retryAfter());
        assertEquals("rate_limit_exceeded", failure.code());
        assertEquals("tokens", failure.details().type());
        assertEquals("req_1", failure.requestId());
        assertEquals(429, failure.status());
        assertTrue(failure.retryable());
    }

    @Test
    void usedUpQuota_isNeverRetryable() {
        answer(
                429,
                "{\"error\":{\"message\":\"Pay\",\"type\":\"insufficient_quota\",\"code\":\"insufficient_quota\"}}",
                "x-should-retry",
                "true");

        assertFalse(failure(QuotaExceededException.class).retryable());
    }

    @Test
    void shouldRetryHeader_overridesTheStatus() {
        answer(429, "{}", "x-should-retry", "false");
        answer(400, "{}", "x-should-retry", "true");
        answer(500, "{}", "x-should-retry", "false");

        assertFalse(failure(RateLimitException.class).retryable());
        assertTrue(failure(InvalidRequestException.class).retryable());
        assertFalse(failure(ServerException.class).retryable());
    }

    @Test
    void rejectedKey_namesTheVariableAndNotTheKey() {
        answer(401, "{\"error\":{\"message\":\"Bad key secret-key-123\",\"code\":\"invalid_api_key\"}}");

        AuthenticationException failure = failure(AuthenticationException.class);

        assertTrue(failure.toString().contains("OPENAI_API_KEY"), failure.toString());
        assertFalse(failure.toString().contains("secret-key-123"), failure.toString());
    }

    @Test
    void errorsOfProxies_areReadAsText() {
        answer(503, "<html><body><h1>503 Service Unavailable</h1></body></html>");

        OverloadedException failure = failure(OverloadedException.class);

        assertTrue(failure.toString().contains("503 Service Unavailable"), failure.toString());
        assertFalse(failure.toString().contains("<"), failure.toString());
    }

    @Test
    void hugeErrorBody_isNotReadToItsEnd() {
        answer(500, "x".repeat(1_000_000));

        assertTrue(failure(ServerException.class).toString().length() < 1000);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirect_isNotFollowed(int status) throws Exception {
        try (WireServer other = WireServer.start()) {
            answer(
                    status,
                    "",
                    "location",
                    other.url("/v1/chat/completions?q=private").toString());

            NotFoundException failure = failure(NotFoundException.class);

            assertEquals(status, failure.status());
            assertFalse(failure.retryable());
            assertTrue(
                    failure.toString()
                            .contains("http://127.0.0.1:" + other.url("").getPort()),
                    failure.toString());
            assertFalse(failure.toString().contains("private"), failure.toString());
            assertEquals(0, other.connections());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"choices\":", "not json", "[]", "{}", "{\"choices\":[]} trailing"})
    void unreadableAnswer_isMalformed(String body) {
        answer(200, body, "content-type", "application/json");

        assertEquals(200, failure(MalformedResponseException.class).status());
    }

    @Test
    void shortenedAnswer_isInterrupted() {
        server.reply(Replies.raw("HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{\"id\":\"c1\",\"choices\":["));

        assertTrue(failure(InterruptedStreamException.class).retryable());
    }

    @Test
    void errorInA200_isAFailure() {
        answer(200, "{\"error\":{\"message\":\"upstream\",\"code\":502}}");

        assertTrue(failure(ServerException.class).retryable());
    }

    @Test
    void tooLargeAnswer_isCut() {
        answer(200, "{\"choices\":[],\"padding\":\"" + "x".repeat(5000) + "\"}");
        try (ModelProvider provider = new OpenAi()
                .create(Calls.spec("openai", server.url(""), Duration.ofSeconds(5), Duration.ofSeconds(5), 4000))) {
            assertFalse(Calls.failure(ResponseTooLargeException.class, provider.complete(HELLO))
                    .retryable());
        }
    }

    @Test
    void silentServer_isATimeout() {
        CountDownLatch gate = new CountDownLatch(1);
        server.reply(Replies.silent(gate));
        try (ModelProvider provider = new OpenAi()
                .create(Calls.spec("openai", server.url(""), Duration.ofMillis(200), Duration.ofSeconds(5), 4000))) {
            ProviderTimeoutException failure = Calls.failure(ProviderTimeoutException.class, provider.complete(HELLO));

            assertEquals(0, failure.status());
            assertTrue(failure.retryable());
        } finally {
            gate.countDown();
        }
    }

    @Test
    void slowAnswer_isATimeoutThoughItNeverPauses() {
        server.reply((socket, request) -> {
            Replies.head(socket, 200, Map.of(), "transfer-encoding: chunked");
            while (!socket.isClosed()) {
                Replies.chunk(socket, " ".getBytes(java.nio.charset.StandardCharsets.UTF_8));
                Thread.sleep(20);
            }
        });
        try (ModelProvider provider = new OpenAi()
                .create(Calls.spec("openai", server.url(""), Duration.ofSeconds(5), Duration.ofMillis(400), 4000))) {
            ProviderTimeoutException failure = Calls.failure(ProviderTimeoutException.class, provider.complete(HELLO));

            assertTrue(failure.toString().contains("400 ms"), failure.toString());
        }
    }

    @Test
    void nobodyListening_isAConnectionFailure() throws Exception {
        URI url;
        try (ServerSocket socket = new ServerSocket(0)) {
            url = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/v1");
        }

        ConnectionException failure = failure(ConnectionException.class, url);

        assertTrue(failure.retryable());
        assertTrue(failure.toString().contains("OPENAI_BASE_URL"), failure.toString());
    }

    @Test
    void unknownHost_isAConnectionFailure() {
        failure(ConnectionException.class, URI.create("http://no-such-host.invalid/v1"));
    }

    @Test
    void closedConnectionBeforeAnAnswer_isAConnectionFailure() {
        server.reply(Replies.raw(""));

        assertEquals(0, failure(ConnectionException.class).status());
    }

    @Test
    void plainTextServerBehindHttps_isAConnectionFailure() {
        server.always(Replies.raw("HTTP/1.1 400 Bad Request\r\n\r\n"));

        URI https = URI.create("https://127.0.0.1:" + server.url("").getPort() + "/v1");

        assertFalse(failure(ConnectionException.class, https).retryable());
    }

    @Test
    void answerThatIsNotHttp_isMalformed() {
        server.reply(Replies.raw("SSH-2.0-OpenSSH_9.6\r\n\r\n"));

        failure(MalformedResponseException.class);
    }

    @Test
    void closedProvider_answersNothing() {
        ModelProvider provider = new OpenAi().create(Calls.spec("openai", server.url("")));
        provider.close();
        provider.close();

        Calls.failure(InvalidRequestException.class, provider.complete(HELLO));
        assertEquals(0, server.connections());
    }
}
