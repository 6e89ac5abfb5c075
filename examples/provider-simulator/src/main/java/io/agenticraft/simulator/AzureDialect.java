package io.agenticraft.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Azure's OpenAI: the same answers with other headers, errors and a first chunk of its own. */
final class AzureDialect implements Dialect {

    private static final String FIRST_CHUNK = "data: {\"choices\":[],\"created\":0,\"id\":\"\",\"model\":\"\","
            + "\"object\":\"\",\"prompt_filter_results\":[{\"prompt_index\":0,\"content_filter_results\":{}}]}\n\n";

    private final OpenAiDialect openAi = new OpenAiDialect();

    @Override
    public String name() {
        return "azure";
    }

    @Override
    public @Nullable String key(MultiMap headers) {
        String key = headers.get("api-key");
        return key == null ? Keys.bearer(headers) : key;
    }

    @Override
    public boolean keyRequired() {
        return true;
    }

    @Override
    public Call parse(JsonNode body, MultiMap headers) {
        return openAi.parse(body, headers);
    }

    @Override
    public String toolIdPrefix() {
        return openAi.toolIdPrefix();
    }

    @Override
    public Map<String, String> headers(String requestId, @Nullable Quota quota, Instant now) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("apim-request-id", requestId);
        headers.put("x-ms-region", "Simulated Region");
        if (quota != null) {
            headers.put("x-ratelimit-limit-requests", Long.toString(quota.requestLimit()));
            headers.put("x-ratelimit-remaining-requests", Long.toString(quota.requestsLeft()));
            headers.put("x-ratelimit-reset-requests", seconds(quota.requestsReset()));
            headers.put("x-ratelimit-limit-tokens", Long.toString(quota.tokenLimit()));
            headers.put("x-ratelimit-remaining-tokens", Long.toString(quota.tokensLeft()));
            headers.put("x-ratelimit-reset-tokens", seconds(quota.tokensReset()));
        }
        return headers;
    }

    private static String seconds(Duration duration) {
        return Long.toString(duration.plusMillis(999).toSeconds());
    }

    @Override
    public String plain(Turn turn) {
        return openAi.plain(turn);
    }

    @Override
    public void stream(Turn turn, Frames frames) {
        frames.text().append(FIRST_CHUNK);
        openAi.stream(turn, frames);
    }

    @Override
    public String streamContentType() {
        return openAi.streamContentType();
    }

    @Override
    public HttpReply error(Rejection rejection, String requestId, Instant now) {
        return switch (rejection.fault()) {
            case UNAUTHORIZED -> reply(rejection, "401");
            case FORBIDDEN -> reply(rejection, "403");
            case NOT_FOUND -> reply(rejection, rejection.subject() == null ? "404" : "DeploymentNotFound");
            case RATE_LIMITED -> reply(rejection, "RateLimitReached");
            default -> openAi.error(rejection, requestId, now);
        };
    }

    private static HttpReply reply(Rejection rejection, String code) {
        Map<String, String> headers = new LinkedHashMap<>();
        ObjectNode error = Json.object().put("code", code).put("message", rejection.reason());
        if (rejection.fault() == Fault.RATE_LIMITED) {
            error.put("details", rejection.reason());
            headers.put("retry-after", seconds(rejection.retryAfter()));
            headers.put("retry-after-ms", Long.toString(rejection.retryAfter().toMillis()));
        }
        String body = Json.write(Json.object().set("error", error));
        return new HttpReply(rejection.fault().status(), headers, body);
    }

    @Override
    public String streamError(Rejection rejection, String requestId) {
        return openAi.streamError(rejection, requestId);
    }

    @Override
    public String malformedPiece() {
        return openAi.malformedPiece();
    }
}
