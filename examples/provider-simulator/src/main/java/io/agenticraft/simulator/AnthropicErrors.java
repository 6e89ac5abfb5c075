package io.agenticraft.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Anthropic's errors: an object of type error with a typed error in it. */
final class AnthropicErrors {

    private AnthropicErrors() {}

    static HttpReply reply(Rejection rejection, String requestId) {
        int status = rejection.fault().late() ? 500 : rejection.fault().status();
        boolean retry = status >= 500 || rejection.fault() == Fault.RATE_LIMITED;
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("x-should-retry", Boolean.toString(retry));
        Duration after = rejection.retryAfter();
        if (!after.isZero()) {
            headers.put(
                    "retry-after",
                    Long.toString(Math.max(1, after.plusMillis(999).toSeconds())));
        }
        return new HttpReply(status, headers, body(rejection, requestId));
    }

    static String body(Rejection rejection, String requestId) {
        ObjectNode body = Json.object().put("type", "error");
        ObjectNode error = body.putObject("error");
        error.put("type", type(rejection.fault()));
        error.put("message", message(rejection));
        if (rejection.fault() == Fault.QUOTA) {
            error.putObject("details").put("error_code", "enforced_spend_limit_reached");
        }
        return Json.write(body.put("request_id", "req_01" + requestId));
    }

    private static String message(Rejection rejection) {
        return rejection.fault() == Fault.NOT_FOUND && rejection.subject() != null
                ? "model: " + rejection.subject()
                : rejection.reason();
    }

    private static String type(Fault fault) {
        return switch (fault) {
            case UNAUTHORIZED -> "authentication_error";
            case FORBIDDEN -> "permission_error";
            case NOT_FOUND -> "not_found_error";
            case TOO_LARGE -> "request_too_large";
            case RATE_LIMITED, QUOTA -> "rate_limit_error";
            case OVERLOADED -> "overloaded_error";
            case BAD_REQUEST, CONTEXT_LENGTH -> "invalid_request_error";
            default -> "api_error";
        };
    }
}
