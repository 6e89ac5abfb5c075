package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The exact bytes of the errors of each API. */
final class ErrorShapeTest {

    private final Rejection limited = new Rejection(Fault.RATE_LIMITED, "Too fast.", "tokens", Duration.ofMillis(1500));
    private final Rejection unknown =
            new Rejection(Fault.NOT_FOUND, "The model `m` does not exist.", "m", Duration.ZERO);
    private final Rejection field = Rejection.badRequest("Bad n.", "n");
    private final Rejection broken = Rejection.of(Fault.SERVER_ERROR, "Broken.");

    private static HttpReply reply(Dialect dialect, Rejection rejection) {
        return dialect.error(rejection, "ID", Turns.NOW);
    }

    @Test
    void openAi_isWrittenAsRecorded() {
        Dialect dialect = new OpenAiDialect();
        assertEquals(
                new HttpReply(
                        429,
                        Map.of("retry-after", "2", "retry-after-ms", "1500"),
                        "{\"error\":{\"message\":\"Too fast. Please try again in 1.5s.\",\"type\":\"tokens\","
                                + "\"param\":null,\"code\":\"rate_limit_exceeded\"}}"),
                reply(dialect, limited));
        assertEquals(
                new HttpReply(
                        404,
                        Map.of(),
                        "{\"error\":{\"message\":\"The model `m` does not exist.\",\"type\":\"invalid_request_error\","
                                + "\"param\":null,\"code\":\"model_not_found\"}}"),
                reply(dialect, unknown));
        assertEquals(
                "{\"error\":{\"message\":\"Bad n.\",\"type\":\"invalid_request_error\",\"param\":\"n\","
                        + "\"code\":\"invalid_value\"}}",
                reply(dialect, field).body());
        assertEquals(
                "{\"error\":{\"message\":\"Broken. (request ID req_ID)\",\"type\":\"server_error\",\"param\":null,"
                        + "\"code\":null}}",
                reply(dialect, broken).body());
    }

    @Test
    void azure_hasCodesOfItsOwnAndNoTypes() {
        Dialect dialect = new AzureDialect();
        assertEquals(
                new HttpReply(
                        429,
                        Map.of("retry-after", "2", "retry-after-ms", "1500"),
                        "{\"error\":{\"code\":\"RateLimitReached\",\"message\":\"Too fast.\",\"details\":\"Too fast.\"}}"),
                reply(dialect, limited));
        assertEquals(
                "{\"error\":{\"code\":\"DeploymentNotFound\",\"message\":\"The model `m` does not exist.\"}}",
                reply(dialect, unknown).body());
        assertEquals(reply(new OpenAiDialect(), field), reply(dialect, field));
    }

    @Test
    void anthropic_isTypedTwice() {
        Dialect dialect = new AnthropicDialect();
        assertEquals(
                new HttpReply(
                        429,
                        Map.of("x-should-retry", "true", "retry-after", "2"),
                        "{\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"Too fast.\"},"
                                + "\"request_id\":\"req_01ID\"}"),
                reply(dialect, limited));
        assertEquals(
                "{\"type\":\"error\",\"error\":{\"type\":\"not_found_error\",\"message\":\"model: m\"},"
                        + "\"request_id\":\"req_01ID\"}",
                reply(dialect, unknown).body());
        assertEquals(
                "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"api_error\",\"message\":\"Broken.\"},"
                        + "\"request_id\":\"req_01ID\"}\n\n",
                dialect.streamError(broken, "ID"));
    }

    @Test
    void ollama_isOneString() {
        Dialect dialect = OllamaDialect.chat();
        assertEquals(new HttpReply(404, Map.of(), "{\"error\":\"model 'm' not found\"}"), reply(dialect, unknown));
        assertEquals(
                new HttpReply(429, Map.of("retry-after", "2"), "{\"error\":\"Too fast.\"}"), reply(dialect, limited));
        assertEquals("{\"error\":\"Broken.\"}\n", dialect.streamError(broken, "ID"));
    }
}
