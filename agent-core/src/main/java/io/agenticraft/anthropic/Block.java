package io.agenticraft.anthropic;

import io.agenticraft.http.Emitter;
import io.agenticraft.json.JsonReader;
import io.agenticraft.model.Content;
import io.agenticraft.model.ProviderContent;
import io.agenticraft.model.Reasoning;
import io.agenticraft.model.Text;
import io.agenticraft.model.ToolCall;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One block of a message's content, whole or growing. Its fields are read in whatever order they come. */
final class Block {
    private static final Set<String> KNOWN = Set.of("text", "thinking", "redacted_thinking", "tool_use");

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder thinking = new StringBuilder();
    private final StringBuilder signature = new StringBuilder();
    private final StringBuilder partialInput = new StringBuilder();
    private String type = "";
    private @Nullable String data;
    private String id = "";
    private String name = "";
    private String input = "{}";
    private int call = -1;

    /** The block's JSON before and after its input, for kinds that are kept as they came; else empty. */
    private String before = "";

    private String after = "";
    private boolean partial;

    static Block read(JsonReader json) throws IOException {
        Block block = new Block();
        int start = json.start();
        int inputStart = -1;
        int inputEnd = -1;
        for (boolean in = json.enterObject(); in && json.nextField(); ) {
            boolean isInput = json.field().equals("input");
            inputStart = isInput ? json.start() : inputStart;
            block.readField(json);
            inputEnd = isInput ? json.end(inputStart) : inputEnd;
        }
        if (!KNOWN.contains(block.type)) {
            int end = json.end(start);
            block.before = json.between(start, inputStart < 0 ? end : inputStart);
            block.after = inputStart < 0 ? "" : json.between(inputEnd, end);
            block.input = inputStart < 0 ? "" : block.input;
        }
        return block;
    }

    /** Reads a field of a block or of a delta: they have the same. */
    void readField(JsonReader json) throws IOException {
        switch (json.field()) {
            case "type" -> type = orEmpty(json.text());
            case "text" -> append(text, json);
            case "thinking" -> append(thinking, json);
            case "signature" -> append(signature, json);
            case "partial_json" -> append(partialInput, json);
            case "data" -> data = json.text();
            case "id" -> id = orEmpty(json.text());
            case "name" -> name = orEmpty(json.text());
            case "input" -> input = json.raw();
            default -> json.skip();
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static void append(StringBuilder to, JsonReader json) throws IOException {
        String piece = json.text();
        if (piece != null) {
            to.append(piece);
        }
    }

    boolean isToolUse() {
        return type.equals("tool_use");
    }

    /** The block has begun; {@code call} counts the tool calls of the message. */
    void begin(int call, Emitter emitter) {
        if (isToolUse()) {
            this.call = call;
            emitter.toolCall(call, id, name, "");
        } else if (KNOWN.contains(type)) {
            emitter.text(text.toString());
            emitter.reasoning(thinking.toString());
        }
    }

    /** The block goes on with {@code delta}. */
    void grow(Block delta, Emitter emitter) {
        if (!KNOWN.contains(type)) {
            partialInput.append(delta.partialInput);
            partial |= !delta.type.equals("input_json_delta"); // of a kind that nobody here can put together
            return;
        }
        text.append(delta.text);
        emitter.text(delta.text.toString());
        thinking.append(delta.thinking);
        emitter.reasoning(delta.thinking.toString());
        signature.append(delta.signature);
        if (isToolUse()) {
            partialInput.append(delta.partialInput);
            emitter.toolCall(call, delta.partialInput.toString());
        }
    }

    /** The block has ended. A tool call without arguments never said so in pieces. */
    void end(Emitter emitter) {
        if (isToolUse() && partialInput.isEmpty()) {
            emitter.toolCall(call, input);
        }
    }

    /** The content that this block is, or null for kinds that have none here. */
    @Nullable
    Content toContent(String provider) {
        return switch (type) {
            case "text" -> text.isEmpty() ? null : new Text(text.toString());
            case "thinking" ->
                new Reasoning(thinking.toString(), provider, signature.isEmpty() ? null : signature.toString(), null);
            case "redacted_thinking" -> new Reasoning("", provider, null, data);
            case "tool_use" -> new ToolCall(id, name, partialInput.isEmpty() ? input : partialInput.toString());
            default -> toOwn(provider);
        };
    }

    private @Nullable Content toOwn(String provider) {
        if (partial || type.isEmpty()) {
            return null;
        }
        return new ProviderContent(provider, type, before + (partialInput.isEmpty() ? input : partialInput) + after);
    }
}
