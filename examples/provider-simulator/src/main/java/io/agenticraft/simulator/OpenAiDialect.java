package io.agenticraft.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.MultiMap;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** OpenAI's chat completions. */
final class OpenAiDialect implements Dialect {

    @Override
    public String name() {
        return "openai";
    }

    @Override
    public @Nullable String key(MultiMap headers) {
        return Keys.bearer(headers);
    }

    @Override
    public boolean keyRequired() {
        return true;
    }

    @Override
    public Call parse(JsonNode body, MultiMap headers) {
        return new OpenAiRequest(body).parse();
    }

    @Override
    public String toolIdPrefix() {
        return "call_";
    }

    @Override
    public Map<String, String> headers(String requestId, @Nullable Quota quota, Instant now) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("x-request-id", "req_" + requestId);
        headers.put("openai-version", "2020-10-01");
        headers.put("openai-organization", "simulated-org");
        headers.put("openai-processing-ms", "1");
        if (quota != null) {
            putQuota(headers, quota);
        }
        return headers;
    }

    private static void putQuota(Map<String, String> headers, Quota quota) {
        headers.put("x-ratelimit-limit-requests", Long.toString(quota.requestLimit()));
        headers.put("x-ratelimit-limit-tokens", Long.toString(quota.tokenLimit()));
        headers.put("x-ratelimit-remaining-requests", Long.toString(quota.requestsLeft()));
        headers.put("x-ratelimit-remaining-tokens", Long.toString(quota.tokensLeft()));
        headers.put("x-ratelimit-reset-requests", GoDuration.format(quota.requestsReset()));
        headers.put("x-ratelimit-reset-tokens", GoDuration.format(quota.tokensReset()));
    }

    @Override
    public String plain(Turn turn) {
        Call call = turn.call();
        ObjectNode body = Json.object();
        body.put("id", "chatcmpl-" + turn.id());
        body.put("object", "chat.completion");
        body.put("created", turn.created().getEpochSecond());
        body.put("model", Models.snapshot(call.model()));
        ArrayNode choices = body.putArray("choices");
        for (int index = 0; index < call.choices(); index++) {
            ObjectNode choice = choices.addObject();
            choice.put("index", index);
            choice.set("message", message(turn.answer()));
            choice.putNull("logprobs");
            choice.put("finish_reason", finish(turn.answer().finish()));
        }
        body.set("usage", usage(turn.answer().usage(), call.choices()));
        body.put("service_tier", "default");
        body.put("system_fingerprint", OpenAiStream.FINGERPRINT);
        return Json.write(body);
    }

    private static ObjectNode message(Answer answer) {
        ObjectNode message = Json.object();
        message.put("role", "assistant");
        message.put("content", answer.text().isEmpty() && !answer.invocations().isEmpty() ? null : answer.wholeText());
        if (!answer.invocations().isEmpty()) {
            ArrayNode calls = message.putArray("tool_calls");
            for (Answer.Invocation invocation : answer.invocations()) {
                ObjectNode call = calls.addObject();
                call.put("id", invocation.id());
                call.put("type", "function");
                call.putObject("function").put("name", invocation.name()).put("arguments", invocation.arguments());
            }
        }
        message.putNull("refusal");
        message.putArray("annotations");
        return message;
    }

    static String finish(Answer.Finish finish) {
        return switch (finish) {
            case END, STOP_SEQUENCE -> "stop";
            case LENGTH -> "length";
            case TOOLS -> "tool_calls";
        };
    }

    static ObjectNode usage(Answer.Usage usage, int choices) {
        int output = usage.output() * choices;
        ObjectNode node = Json.object();
        node.put("prompt_tokens", usage.prompt());
        node.put("completion_tokens", output);
        node.put("total_tokens", usage.prompt() + output);
        node.putObject("prompt_tokens_details")
                .put("cached_tokens", usage.cached())
                .put("audio_tokens", 0);
        node.putObject("completion_tokens_details")
                .put("reasoning_tokens", usage.reasoning() * choices)
                .put("audio_tokens", 0)
                .put("accepted_prediction_tokens", 0)
                .put("rejected_prediction_tokens", 0);
        return node;
    }

    @Override
    public void stream(Turn turn, Frames frames) {
        new OpenAiStream(turn, frames).write();
    }

    @Override
    public String streamContentType() {
        return "text/event-stream; charset=utf-8";
    }

    @Override
    public HttpReply error(Rejection rejection, String requestId, Instant now) {
        return OpenAiErrors.reply(rejection, requestId);
    }

    @Override
    public String streamError(Rejection rejection, String requestId) {
        return "data: " + OpenAiErrors.body(rejection, requestId) + "\n\n";
    }

    @Override
    public String malformedPiece() {
        return "data: {\"id\":\"chatcmpl-\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\n\n";
    }
}
