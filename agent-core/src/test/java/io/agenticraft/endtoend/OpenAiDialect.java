package io.agenticraft.endtoend;

import io.agenticraft.wire.Replies;
import java.util.List;

final class OpenAiDialect implements Dialect {
    @Override
    public String provider() {
        return "openai";
    }

    @Override
    public String model() {
        return "gpt-4o-mini";
    }

    @Override
    public String basePath() {
        return "/v1";
    }

    @Override
    public List<String> keyHeader(String key) {
        return List.of("authorization", "Bearer " + key);
    }

    @Override
    public String text(String text) {
        return whole("{\"role\":\"assistant\",\"content\":\"" + text + "\"}", "stop");
    }

    @Override
    public String call(String id) {
        return whole("{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[" + toolCall(id) + "]}", "tool_calls");
    }

    @Override
    public String streamType() {
        return Replies.EVENTS;
    }

    @Override
    public List<String> stream(List<String> texts) {
        return Dialect.around(
                List.of(chunk("{\"role\":\"assistant\",\"content\":\"\"}", "null")),
                texts.stream().map(this::piece).toList(),
                end("\"stop\""));
    }

    @Override
    public List<String> streamedCall(String id) {
        String call = toolCall(id).replaceFirst("\\{", "{\"index\":0,");
        return Dialect.around(
                List.of(),
                List.of(chunk("{\"role\":\"assistant\",\"tool_calls\":[" + call + "]}", "null")),
                end("\"tool_calls\""));
    }

    @Override
    public String piece(String text) {
        return chunk("{\"content\":\"" + text + "\"}", "null");
    }

    private static List<String> end(String reason) {
        return List.of(
                chunk("{}", reason),
                "data: {\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"gpt-4o-mini-1\","
                        + "\"choices\":[],\"usage\":" + USAGE + "}\n\n",
                "data: [DONE]\n\n");
    }

    private static final String USAGE = "{\"prompt_tokens\":10,\"completion_tokens\":5,\"total_tokens\":15}";

    private static String toolCall(String id) {
        return "{\"id\":\"" + id + "\",\"type\":\"function\",\"function\":{\"name\":\"weather\","
                + "\"arguments\":\"{\\\"city\\\":\\\"Graz\\\"}\"}}";
    }

    private static String whole(String message, String reason) {
        return "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"gpt-4o-mini-1\",\"choices\":"
                + "[{\"index\":0,\"message\":" + message + ",\"finish_reason\":\"" + reason + "\"}],\"usage\":" + USAGE
                + "}";
    }

    private static String chunk(String delta, String reason) {
        return "data: {\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"gpt-4o-mini-1\","
                + "\"choices\":[{\"index\":0,\"delta\":" + delta + ",\"finish_reason\":" + reason + "}]}\n\n";
    }
}
