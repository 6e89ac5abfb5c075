package io.agenticraft.endtoend;

import io.agenticraft.wire.Replies;
import java.util.List;

final class AnthropicDialect implements Dialect {
    private static final String INPUT = "{\"city\":\"Graz\"}";

    @Override
    public String provider() {
        return "anthropic";
    }

    @Override
    public String model() {
        return "claude-sonnet-4-5";
    }

    @Override
    public String basePath() {
        return "";
    }

    @Override
    public List<String> keyHeader(String key) {
        return List.of("x-api-key", key);
    }

    @Override
    public String text(String text) {
        return whole("{\"type\":\"text\",\"text\":\"" + text + "\"}", "end_turn");
    }

    @Override
    public String call(String id) {
        return whole(toolUse(id, INPUT), "tool_use");
    }

    @Override
    public String streamType() {
        return Replies.EVENTS;
    }

    @Override
    public List<String> stream(List<String> texts) {
        return Dialect.around(
                begin("{\"type\":\"text\",\"text\":\"\"}"),
                texts.stream().map(this::piece).toList(),
                end("end_turn"));
    }

    @Override
    public List<String> streamedCall(String id) {
        String delta = "{\"type\":\"input_json_delta\",\"partial_json\":\"{\\\"city\\\":\\\"Graz\\\"}\"}";
        return Dialect.around(begin(toolUse(id, "{}")), List.of(blockDelta(delta)), end("tool_use"));
    }

    @Override
    public String piece(String text) {
        return blockDelta("{\"type\":\"text_delta\",\"text\":\"" + text + "\"}");
    }

    private static String toolUse(String id, String input) {
        return "{\"type\":\"tool_use\",\"id\":\"" + id + "\",\"name\":\"weather\",\"input\":" + input + "}";
    }

    private static String message(String content, String reason, int outputTokens) {
        return "{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"claude-sonnet-4-5-1\",\"content\":["
                + content + "],\"stop_reason\":" + reason + ",\"stop_sequence\":null,"
                + "\"usage\":{\"input_tokens\":10,\"output_tokens\":" + outputTokens + "}}";
    }

    private static String whole(String block, String reason) {
        return message(block, "\"" + reason + "\"", 5);
    }

    private static List<String> begin(String block) {
        return List.of(
                event("message_start", "\"message\":" + message("", "null", 1)),
                event("content_block_start", "\"index\":0,\"content_block\":" + block));
    }

    private static List<String> end(String reason) {
        return List.of(
                event("content_block_stop", "\"index\":0"),
                event(
                        "message_delta",
                        "\"delta\":{\"stop_reason\":\"" + reason
                                + "\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":5}"),
                "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n");
    }

    private static String blockDelta(String delta) {
        return event("content_block_delta", "\"index\":0,\"delta\":" + delta);
    }

    private static String event(String type, String fields) {
        return "event: " + type + "\ndata: {\"type\":\"" + type + "\"," + fields + "}\n\n";
    }
}
