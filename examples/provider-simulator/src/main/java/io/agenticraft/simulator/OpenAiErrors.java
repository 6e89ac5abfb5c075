package io.agenticraft.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** OpenAI's errors: a message, a type, a parameter and a code. */
final class OpenAiErrors {

    private OpenAiErrors() {}

    static HttpReply reply(Rejection rejection, String requestId) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (rejection.fault() == Fault.UNAUTHORIZED) {
            headers.put("www-authenticate", "Bearer realm=\"OpenAI API\"");
        }
        Duration after = rejection.retryAfter();
        if (!after.isZero()) {
            headers.put(
                    "retry-after",
                    Long.toString(Math.max(1, after.plusMillis(999).toSeconds())));
            headers.put("retry-after-ms", Long.toString(after.toMillis()));
        }
        int status = rejection.fault().late() ? 500 : rejection.fault().status();
        return new HttpReply(status, headers, body(rejection, requestId));
    }

    static String body(Rejection rejection, String requestId) {
        ObjectNode error = Json.object();
        error.put("message", message(rejection, requestId));
        @Nullable String param = rejection.fault() == Fault.BAD_REQUEST ? rejection.subject() : null;
        error.put("type", type(rejection));
        error.put("param", param);
        error.put("code", code(rejection));
        return Json.write(Json.object().set("error", error));
    }

    private static String message(Rejection rejection, String requestId) {
        return switch (rejection.fault()) {
            case RATE_LIMITED ->
                rejection.reason() + " Please try again in " + GoDuration.format(rejection.retryAfter()) + ".";
            case SERVER_ERROR, STREAM_ERROR -> rejection.reason() + " (request ID req_" + requestId + ")";
            default -> rejection.reason();
        };
    }

    private static String type(Rejection rejection) {
        return switch (rejection.fault()) {
            case RATE_LIMITED -> Objects.requireNonNullElse(rejection.subject(), "requests");
            case QUOTA -> "insufficient_quota";
            case SERVER_ERROR, STREAM_ERROR -> "server_error";
            case UNAVAILABLE, OVERLOADED -> "service_unavailable";
            default -> "invalid_request_error";
        };
    }

    private static @Nullable String code(Rejection rejection) {
        boolean aboutSomething = rejection.subject() != null;
        return switch (rejection.fault()) {
            case UNAUTHORIZED -> "invalid_api_key";
            case NOT_FOUND -> aboutSomething ? "model_not_found" : null;
            case CONTEXT_LENGTH -> "context_length_exceeded";
            case RATE_LIMITED -> "rate_limit_exceeded";
            case QUOTA -> "insufficient_quota";
            case STREAM_ERROR -> "server_error";
            case BAD_REQUEST -> aboutSomething ? "invalid_value" : null;
            default -> null;
        };
    }
}
