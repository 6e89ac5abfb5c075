package io.agenticraft.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agenticraft.model.Usage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a recorded answer says, read by walking trees: plainly, and by other code than the one under test. */
record Expected(
        @Nullable String id,
        @Nullable String model,
        String text,
        String reasoning,
        String signature,
        String refusal,
        List<Call> calls,
        @Nullable String finish,
        Usage usage) {

    /** A tool call; its identifier is null where the provider sent none. */
    record Call(@Nullable String id, String name, JsonNode arguments) {}

    private static @Nullable Long number(JsonNode node) {
        return node.isNumber() ? node.asLong() : null;
    }

    private static @Nullable String word(JsonNode node, @Nullable String before) {
        return node.isTextual() && !node.asText().isEmpty() ? node.asText() : before;
    }

    private static JsonNode json(String text) throws IOException {
        return Recording.MAPPER.readTree(text.isEmpty() ? "{}" : text);
    }

    static Expected ofOpenAi(List<JsonNode> documents) throws IOException {
        String id = null;
        String model = null;
        String finish = null;
        String text = "";
        String reasoning = "";
        String refusal = "";
        Usage usage = Usage.unknown();
        Map<Integer, ObjectNode> calls = new TreeMap<>();
        for (JsonNode document : documents) {
            id = word(document.path("id"), id);
            model = word(document.path("model"), model);
            JsonNode counted = document.path("usage");
            if (counted.isObject()) {
                usage = new Usage(
                        number(counted.path("prompt_tokens")),
                        number(counted.path("completion_tokens")),
                        number(counted.at("/prompt_tokens_details/cached_tokens")),
                        number(counted.at("/prompt_tokens_details/cache_write_tokens")),
                        number(counted.at("/completion_tokens_details/reasoning_tokens")));
            }
            for (JsonNode choice : document.path("choices")) {
                if (choice.path("index").asInt() != 0) {
                    continue;
                }
                finish = word(choice.path("finish_reason"), finish);
                JsonNode message = choice.has("delta") ? choice.path("delta") : choice.path("message");
                text += message.path("content").asText("");
                refusal += message.path("refusal").asText("");
                reasoning += message.path("reasoning").asText("");
                int position = 0;
                for (JsonNode call : message.path("tool_calls")) {
                    int index = call.path("index").asInt(position++);
                    ObjectNode known = calls.computeIfAbsent(index, i -> Recording.MAPPER.createObjectNode());
                    known.put("id", word(call.path("id"), known.path("id").textValue()));
                    known.put(
                            "name",
                            word(call.at("/function/name"), known.path("name").textValue()));
                    known.put(
                            "arguments",
                            known.path("arguments").asText("")
                                    + call.at("/function/arguments").asText(""));
                }
            }
        }
        List<Call> whole = new ArrayList<>();
        for (ObjectNode call : calls.values()) {
            whole.add(new Call(
                    call.path("id").textValue(),
                    call.path("name").asText(),
                    json(call.path("arguments").asText())));
        }
        return new Expected(id, model, text, reasoning, "", refusal, whole, finish, usage);
    }

    static Expected ofAnthropic(List<JsonNode> documents) throws IOException {
        ObjectNode message = Recording.MAPPER.createObjectNode();
        ObjectNode usage = Recording.MAPPER.createObjectNode();
        List<ObjectNode> blocks = new ArrayList<>();
        for (JsonNode event : documents) {
            JsonNode whole = event.has("message") ? event.path("message") : event;
            if (whole.path("type").asText().equals("message")) {
                message.setAll((ObjectNode) whole);
                usage.setAll((ObjectNode) whole.path("usage"));
                whole.path("content").forEach(block -> blocks.add(((ObjectNode) block).deepCopy()));
            }
            switch (event.path("type").asText()) {
                case "content_block_start" -> blocks.add(((ObjectNode) event.path("content_block")).deepCopy());
                case "content_block_delta" ->
                    event.path("delta").properties().forEach(field -> {
                        if (!field.getKey().equals("type")) {
                            ObjectNode block = blocks.get(event.path("index").asInt());
                            block.put(
                                    field.getKey(),
                                    block.path(field.getKey()).asText("")
                                            + field.getValue().asText());
                        }
                    });
                case "message_delta" -> {
                    message.setAll((ObjectNode) event.path("delta"));
                    usage.setAll((ObjectNode) event.path("usage"));
                }
                default -> {}
            }
        }
        String text = "";
        String thinking = "";
        String signature = "";
        List<Call> calls = new ArrayList<>();
        for (ObjectNode block : blocks) {
            text += block.path("text").asText("");
            thinking += block.path("thinking").asText("");
            signature += block.path("signature").asText("");
            if (block.path("type").asText().equals("tool_use")) {
                String pieces = block.path("partial_json").asText("");
                calls.add(new Call(
                        block.path("id").asText(),
                        block.path("name").asText(),
                        pieces.isEmpty() ? block.path("input") : json(pieces)));
            }
        }
        long input = usage.path("input_tokens").asLong()
                + usage.path("cache_creation_input_tokens").asLong()
                + usage.path("cache_read_input_tokens").asLong();
        return new Expected(
                message.path("id").textValue(),
                message.path("model").textValue(),
                text,
                thinking,
                signature,
                "",
                calls,
                message.path("stop_reason").textValue(),
                new Usage(
                        input,
                        number(usage.path("output_tokens")),
                        number(usage.path("cache_read_input_tokens")),
                        number(usage.path("cache_creation_input_tokens")),
                        number(usage.at("/output_tokens_details/thinking_tokens"))));
    }

    static Expected ofOllama(List<JsonNode> documents) {
        String text = "";
        String thinking = "";
        List<Call> calls = new ArrayList<>();
        for (JsonNode line : documents) {
            JsonNode message = line.path("message");
            text += message.path("content").asText("");
            thinking += message.path("thinking").asText("");
            for (JsonNode call : message.path("tool_calls")) {
                calls.add(new Call(
                        call.path("id").textValue(),
                        call.at("/function/name").asText(),
                        call.at("/function/arguments")));
            }
        }
        JsonNode last = documents.get(documents.size() - 1);
        return new Expected(
                null,
                last.path("model").asText(),
                text,
                thinking,
                "",
                "",
                calls,
                last.path("done_reason").textValue(),
                new Usage(number(last.path("prompt_eval_count")), number(last.path("eval_count")), null, null, null));
    }
}
