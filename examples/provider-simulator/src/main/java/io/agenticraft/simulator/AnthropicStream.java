package io.agenticraft.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Writes an answer as Anthropic's pairs of event and data. */
final class AnthropicStream {

    private static final int ARGUMENTS_PIECE = 8;

    private final Dialect.Turn turn;
    private final Frames frames;
    private final StringBuilder out;
    private int index;

    AnthropicStream(Dialect.Turn turn, Frames frames) {
        this.turn = turn;
        this.frames = frames;
        this.out = frames.text();
    }

    void write() {
        Answer answer = turn.answer();
        messageStart(answer);
        if (!answer.reasoning().isEmpty()) {
            blockStart("{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"\"}");
            deltas("thinking_delta", "thinking", answer.reasoning());
            delta("signature_delta", "signature", AnthropicDialect.signature(turn));
            blockStop();
        }
        if (!answer.text().isEmpty()) {
            blockStart("{\"type\":\"text\",\"text\":\"\"}");
            deltas("text_delta", "text", answer.text());
            blockStop();
        }
        answer.invocations().forEach(this::invocation);
        messageEnd(answer);
    }

    private void messageStart(Answer answer) {
        ObjectNode message = AnthropicDialect.message(turn);
        message.putArray("content");
        message.putNull("stop_reason");
        message.putNull("stop_sequence");
        Answer.Usage whole = answer.usage();
        // The count so far; the one at the end replaces it and is not added to it.
        message.set("usage", AnthropicDialect.usage(new Answer.Usage(whole.prompt(), whole.cached(), 1, 0)));
        event("message_start", "{\"type\":\"message_start\",\"message\":" + Json.write(message) + "}");
    }

    private void messageEnd(Answer answer) {
        ObjectNode end = Json.object().put("type", "message_delta");
        end.putObject("delta")
                .put("stop_reason", AnthropicDialect.stopReason(answer.finish()))
                .put("stop_sequence", answer.stop());
        ObjectNode usage = AnthropicDialect.usage(answer.usage());
        end.set("usage", usage.without(List.of("cache_creation", "service_tier")));
        event("message_delta", Json.write(end));
        event("message_stop", "{\"type\":\"message_stop\"}");
    }

    private void invocation(Answer.Invocation invocation) {
        ObjectNode block =
                Json.object().put("type", "tool_use").put("id", invocation.id()).put("name", invocation.name());
        block.putObject("input");
        blockStart(Json.write(block));
        delta("input_json_delta", "partial_json", "");
        deltas("input_json_delta", "partial_json", Pieces.of(invocation.arguments(), ARGUMENTS_PIECE));
        blockStop();
    }

    private void blockStart(String block) {
        event(
                "content_block_start",
                "{\"type\":\"content_block_start\",\"index\":" + index + ",\"content_block\":" + block + "}");
        if (index == 0) {
            event("ping", "{\"type\": \"ping\"}");
        }
    }

    private void blockStop() {
        event("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":" + index + "}");
        index++;
    }

    private void deltas(String type, String field, List<String> tokens) {
        for (String token : tokens) {
            delta(type, field, token);
            frames.mark();
        }
    }

    private void delta(String type, String field, String text) {
        out.append("event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":")
                .append(index);
        out.append(",\"delta\":{\"type\":\"")
                .append(type)
                .append("\",\"")
                .append(field)
                .append("\":");
        Json.quote(text, out);
        out.append("}}\n\n");
    }

    private void event(String name, String data) {
        out.append("event: ").append(name).append("\ndata: ").append(data).append("\n\n");
    }
}
