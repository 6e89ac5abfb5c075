package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Failures that clients ask for, as they arrive on the wire. */
final class FaultTest {

    private static final String HELLO = "\"messages\":[{\"role\":\"user\",\"content\":\"Hello there, how are you?\"}]";
    private static final String OPENAI = "{\"model\":\"gpt-4o-mini\"," + HELLO + "}";
    private static final String OPENAI_STREAM = "{\"model\":\"gpt-4o-mini\",\"stream\":true," + HELLO + "}";
    private static final String ANTHROPIC = "{\"model\":\"claude-haiku-4-5\",\"max_tokens\":99," + HELLO + "}";
    private static final String ANTHROPIC_STREAM =
            "{\"model\":\"claude-haiku-4-5\",\"max_tokens\":99,\"stream\":true," + HELLO + "}";
    private static final String OLLAMA_STREAM = "{\"model\":\"llama3.2\"," + HELLO + "}";

    private static Simulator simulator;

    @BeforeAll
    static void start() {
        simulator = Simulator.start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400,invalid_request_error,", "context,invalid_request_error,context_length_exceeded",
        "401,invalid_request_error,invalid_api_key", "404,invalid_request_error,model_not_found",
        "429,requests,rate_limit_exceeded", "quota,insufficient_quota,insufficient_quota",
        "500,server_error,", "503,service_unavailable,"
    })
    void openAiError_hasTypeAndCode(String error, String type, String code) {
        HttpResponse<String> response = Http.openAi(simulator, OPENAI, "error=" + error);
        assertEquals(Fault.of(error).status(), response.statusCode());
        assertEquals(type, Http.json(response).at("/error/type").asText());
        assertEquals(code, Http.json(response).at("/error/code").textValue());
        assertTrue(response.headers().firstValue("x-request-id").orElseThrow().startsWith("req_"));
    }

    @Test
    void openAiUnauthorized_tellsTheScheme() {
        HttpResponse<String> response = Http.post(simulator, "/v1/chat/completions", OPENAI);
        assertEquals(401, response.statusCode());
        assertEquals(
                "Bearer realm=\"OpenAI API\"",
                response.headers().firstValue("www-authenticate").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "400,invalid_request_error,false", "401,authentication_error,false", "403,permission_error,false",
        "404,not_found_error,false", "413,request_too_large,false", "429,rate_limit_error,true",
        "quota,rate_limit_error,false", "500,api_error,true", "529,overloaded_error,true"
    })
    void anthropicError_hasTypeAndAdvice(String error, String type, String retry) {
        HttpResponse<String> response = Http.anthropic(simulator, ANTHROPIC, "error=" + error);
        assertEquals(Fault.of(error).status(), response.statusCode());
        assertEquals("error", Http.json(response).path("type").asText());
        assertEquals(type, Http.json(response).at("/error/type").asText());
        assertEquals(retry, response.headers().firstValue("x-should-retry").orElseThrow());
        assertEquals(
                response.headers().firstValue("request-id").orElseThrow(),
                Http.json(response).path("request_id").asText());
    }

    @Test
    void anthropicSpendCap_saysSoAndNotWhenToRetry() {
        HttpResponse<String> response = Http.anthropic(simulator, ANTHROPIC, "error=quota");
        assertEquals(
                "enforced_spend_limit_reached",
                Http.json(response).at("/error/details/error_code").asText());
        assertTrue(response.headers().firstValue("retry-after").isEmpty());
    }

    @Test
    void anthropicWithoutVersionOrLimit_isBadRequest() {
        assertEquals(
                400,
                Http.post(simulator, "/v1/messages", ANTHROPIC, "x-api-key", "k")
                        .statusCode());
        assertEquals(
                400,
                Http.anthropic(simulator, ANTHROPIC.replace("\"max_tokens\":99,", ""))
                        .statusCode());
    }

    @Test
    void ollamaUnknownModel_isNamed() {
        HttpResponse<String> response = Http.ollama(simulator, OLLAMA_STREAM.replace("llama3.2", "unknown:1b"));
        assertEquals(404, response.statusCode());
        assertEquals("{\"error\":\"model 'unknown:1b' not found\"}", response.body());
    }

    @Test
    void errorInStream_comesAfterHalfOfTheAnswer() {
        List<String> data = Http.data(Http.openAi(simulator, OPENAI_STREAM, "error=stream"));
        assertEquals(
                "server_error",
                Http.json(data.get(data.size() - 1)).at("/error/code").asText());
        assertTrue(data.size() > 2);

        String anthropic =
                Http.anthropic(simulator, ANTHROPIC_STREAM, "error=stream").body();
        assertTrue(anthropic.contains("event: error\ndata: {\"type\":\"error\""), anthropic);
        assertFalse(anthropic.contains("message_stop"), anthropic);

        HttpResponse<String> ollama = Http.ollama(simulator, OLLAMA_STREAM, "error=stream");
        assertEquals(200, ollama.statusCode());
        List<String> lines = ollama.body().lines().toList();
        assertTrue(Http.json(lines.get(lines.size() - 1)).path("error").isTextual());
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT", "RESET"})
    void brokenConnection_isSeenByClient(Fault fault) {
        for (String body : List.of(OPENAI, OPENAI_STREAM)) {
            assertThrows(UncheckedIOException.class, () -> Http.openAi(simulator, body, "error=" + fault.label()));
        }
    }

    @Test
    void malformedAnswer_isNoJson() {
        HttpResponse<String> plain = Http.openAi(simulator, OPENAI, "error=malformed");
        assertEquals(200, plain.statusCode());
        assertThrows(UncheckedIOException.class, () -> Http.json(plain));
        List<String> data = Http.data(Http.openAi(simulator, OPENAI_STREAM, "error=malformed"));
        assertThrows(UncheckedIOException.class, () -> Http.json(data.get(data.size() - 1)));
    }

    @Test
    void hangingAnswer_neverComes() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), simulator.port())) {
            socket.setSoTimeout(200);
            String request = "POST /api/chat HTTP/1.1\r\nHost: x\r\nx-simulate: error=hang\r\nContent-Length: "
                    + OLLAMA_STREAM.length() + "\r\n\r\n" + OLLAMA_STREAM;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            assertThrows(SocketTimeoutException.class, in::read);
        }
    }

    @Test
    void limitedTimes_letTheSameRequestPassAfterwards() {
        assertEquals(500, Http.openAi(simulator, OPENAI, "error=500", "times=2").statusCode());
        assertEquals(500, Http.openAi(simulator, OPENAI, "error=500", "times=2").statusCode());
        assertEquals(200, Http.openAi(simulator, OPENAI, "error=500", "times=2").statusCode());
        String other = OPENAI.replace("Hello", "Goodbye");
        assertEquals(500, Http.openAi(simulator, other, "error=500", "times=2").statusCode());
    }

    @Test
    void brokenBodies_areBadRequests() {
        for (String body : List.of("", "[]", "{", "{}", "{\"model\":\"gpt-4o-mini\",\"messages\":[]}")) {
            HttpResponse<String> response = Http.openAi(simulator, body);
            assertEquals(400, response.statusCode(), body);
            assertEquals(
                    "invalid_request_error",
                    Http.json(response).at("/error/type").asText(),
                    body);
        }
    }

    @Test
    void unknownDirective_listsTheKnownOnes() {
        HttpResponse<String> response = Http.openAi(simulator, OPENAI, "eror=429");
        assertEquals(400, response.statusCode());
        assertTrue(response.body().contains("retry-after"), response.body());
    }

    @Test
    void tooLargeBody_isRefusedInTheApisShape() {
        String huge = ANTHROPIC.replace("Hello", "x".repeat(33 * 1024 * 1024));
        HttpResponse<String> response = Http.anthropic(simulator, huge);
        assertEquals(413, response.statusCode());
        assertEquals("request_too_large", Http.json(response).at("/error/type").asText());
    }

    @Test
    void randomShare_isSeeded() {
        SimulatorOptions options = SimulatorOptions.builder()
                .fault(Fault.SERVER_ERROR, 0.5)
                .seed(3)
                .build();
        List<Integer> first = statuses(options);
        assertEquals(first, statuses(options));
        assertTrue(first.contains(200) && first.contains(500), first::toString);
    }

    private static List<Integer> statuses(SimulatorOptions options) {
        try (Simulator flaky = Simulator.start(options)) {
            return java.util.stream.IntStream.range(0, 20)
                    .mapToObj(i -> Http.openAi(flaky, OPENAI).statusCode())
                    .toList();
        }
    }
}
