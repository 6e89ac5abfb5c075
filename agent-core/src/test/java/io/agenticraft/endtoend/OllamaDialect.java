package io.agenticraft.endtoend;

import io.agenticraft.wire.Replies;
import java.util.List;

final class OllamaDialect implements Dialect {
    private static final String END =
            "\"done\":true,\"done_reason\":\"stop\",\"prompt_eval_count\":10,\"eval_count\":5,\"total_duration\":1000000";

    @Override
    public String provider() {
        return "ollama";
    }

    @Override
    public String model() {
        return "llama3.2:3b";
    }

    @Override
    public String basePath() {
        return "";
    }

    @Override
    public List<String> keyHeader(String key) {
        return List.of();
    }

    @Override
    public String text(String text) {
        return line("\"content\":\"" + text + "\"", END);
    }

    @Override
    public String call(String id) {
        return line(toolCall(), END);
    }

    @Override
    public String streamType() {
        return Replies.LINES;
    }

    @Override
    public List<String> stream(List<String> texts) {
        return Dialect.around(
                List.of(), texts.stream().map(this::piece).toList(), List.of(line("\"content\":\"\"", END) + "\n"));
    }

    @Override
    public List<String> streamedCall(String id) {
        return List.of(line(toolCall(), "\"done\":false") + "\n", line("\"content\":\"\"", END) + "\n");
    }

    @Override
    public String piece(String text) {
        return line("\"content\":\"" + text + "\"", "\"done\":false") + "\n";
    }

    private static String toolCall() {
        return "\"content\":\"\",\"tool_calls\":[{\"function\":{\"name\":\"weather\",\"arguments\":{\"city\":\"Graz\"}}}]";
    }

    private static String line(String message, String rest) {
        return "{\"model\":\"llama3.2:3b\",\"created_at\":\"2026-01-01T00:00:00Z\",\"message\":{\"role\":\"assistant\","
                + message + "}," + rest + "}";
    }
}
