package io.agenticraft.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Anthropic's messages. */
final class AnthropicDialect implements Dialect {

    static final String VERSION_HEADER = "anthropic-version";

    @Override
    public String name() {
        return "anthropic";
    }

    @Override
    public @Nullable String key(MultiMap headers) {
        String key = headers.get("x-api-key");
        return key == null ? Keys.bearer(headers) : key;
    }

    @Override
    public boolean keyRequired() {
        return true;
    }

    @Override
    public Call parse(JsonNode body, MultiMap headers) {
        requireVersion(headers);
        return new AnthropicRequest(body).parse();
    }

    static void requireVersion(MultiMap headers) {
        if (headers.get(VERSION_HEADER) == null) {
            throw Rejection.badRequest("anthropic-version: header is required", VERSION_HEADER);
        }
    }

    @Override
    public String toolIdPrefix() {
        return "toolu_01";
    }

    @Override
    public Map<String, String> headers(String requestId, @Nullable Quota quota, Instant now) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("request-id", "req_01" + requestId);
        headers.put("anthropic-organization-id", "simulated-org");
        if (quota != null) {
            bucket(headers, "requests", quota.requestLimit(), quota.requestsLeft(), now, quota.requestsReset());
            for (String tokens : new String[] {"tokens", "input-tokens", "output-tokens"}) {
                bucket(headers, tokens, quota.tokenLimit(), quota.tokensLeft(), now, quota.tokensReset());
            }
        }
        return headers;
    }

    private static void bucket(
            Map<String, String> headers, String name, long limit, long left, Instant now, Duration reset) {
        String prefix = "anthropic-ratelimit-" + name;
        headers.put(prefix + "-limit", Long.toString(limit));
        headers.put(prefix + "-remaining", Long.toString(left));
        headers.put(
                prefix + "-reset",
                now.plus(reset).plusMillis(999).truncatedTo(ChronoUnit.SECONDS).toString());
    }

    @Override
    public String plain(Turn turn) {
        Answer answer = turn.answer();
        ObjectNode message = message(turn);
        ArrayNode content = message.putArray("content");
        if (!answer.reasoning().isEmpty()) {
            content.addObject()
                    .put("type", "thinking")
                    .put("thinking", answer.wholeReasoning())
                    .put("signature", signature(turn));
        }
        if (!answer.text().isEmpty()) {
            content.addObject().put("type", "text").put("text", answer.wholeText());
        }
        for (Answer.Invocation invocation : answer.invocations()) {
            ObjectNode block = content.addObject();
            block.put("type", "tool_use");
            block.put("id", invocation.id());
            block.put("name", invocation.name());
            block.putRawValue("input", new RawValue(invocation.arguments()));
        }
        message.put("stop_reason", stopReason(answer.finish()));
        message.put("stop_sequence", answer.stop());
        message.set("usage", usage(answer.usage()));
        return Json.write(message);
    }

    static ObjectNode message(Turn turn) {
        return Json.object()
                .put("id", "msg_01" + turn.id())
                .put("type", "message")
                .put("role", "assistant")
                .put("model", Models.snapshot(turn.call().model()));
    }

    static String signature(Turn turn) {
        return "simulated" + turn.id();
    }

    static String stopReason(Answer.Finish finish) {
        return switch (finish) {
            case END -> "end_turn";
            case LENGTH -> "max_tokens";
            case STOP_SEQUENCE -> "stop_sequence";
            case TOOLS -> "tool_use";
        };
    }

    /** Cached tokens stand beside the input tokens here, not in them. */
    static ObjectNode usage(Answer.Usage usage) {
        ObjectNode node = Json.object();
        node.put("input_tokens", usage.prompt() - usage.cached());
        node.put("cache_creation_input_tokens", 0);
        node.put("cache_read_input_tokens", usage.cached());
        node.putObject("cache_creation").put("ephemeral_5m_input_tokens", 0).put("ephemeral_1h_input_tokens", 0);
        node.put("output_tokens", usage.output());
        if (usage.reasoning() > 0) {
            node.putObject("output_tokens_details").put("thinking_tokens", usage.reasoning());
        }
        return node.put("service_tier", "standard");
    }

    @Override
    public void stream(Turn turn, Frames frames) {
        new AnthropicStream(turn, frames).write();
    }

    @Override
    public String streamContentType() {
        return "text/event-stream; charset=utf-8";
    }

    @Override
    public HttpReply error(Rejection rejection, String requestId, Instant now) {
        return AnthropicErrors.reply(rejection, requestId);
    }

    @Override
    public String streamError(Rejection rejection, String requestId) {
        return "event: error\ndata: " + AnthropicErrors.body(rejection, requestId) + "\n\n";
    }

    @Override
    public String malformedPiece() {
        return "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\n\n";
    }
}
