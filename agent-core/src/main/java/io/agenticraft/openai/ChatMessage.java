package io.agenticraft.openai;

import io.agenticraft.http.Emitter;
import io.agenticraft.http.ToolCallParts;
import io.agenticraft.json.JsonReader;
import io.agenticraft.model.Content;
import io.agenticraft.model.Reasoning;
import io.agenticraft.model.Refusal;
import io.agenticraft.model.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The message of a choice, whole or growing by deltas, which have its form. */
final class ChatMessage {
    private final String provider;
    private final ReasoningField reasoningField;
    private final Emitter emitter;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private final StringBuilder refusal = new StringBuilder();
    private final ToolCallParts calls;
    private @Nullable String ownReasoningField;

    ChatMessage(String provider, ReasoningField reasoningField, Emitter emitter) {
        this.provider = provider;
        this.reasoningField = reasoningField;
        this.emitter = emitter;
        calls = new ToolCallParts(emitter);
    }

    void read(JsonReader json) throws IOException {
        for (boolean in = json.enterObject(); in && json.nextField(); ) {
            readField(json);
        }
    }

    private void readField(JsonReader json) throws IOException {
        switch (json.field()) {
            case "content" -> readContent(json);
            case "reasoning", "reasoning_content" -> readReasoning(json.field(), json.text());
            case "refusal" -> {
                String piece = json.text();
                if (piece != null) {
                    refusal.append(piece);
                    emitter.refusal(piece);
                }
            }
            case "tool_calls" -> {
                for (boolean in = json.enterArray(); in && json.nextElement(); ) {
                    calls.read(json);
                }
            }
            default -> json.skip();
        }
    }

    /** A text, or with some hosts a list of texts and thoughts. */
    private void readContent(JsonReader json) throws IOException {
        if (!json.isArray()) {
            addText(json.text());
            return;
        }
        for (boolean in = json.enterArray(); in && json.nextElement(); ) {
            for (boolean part = json.enterObject(); part && json.nextField(); ) {
                switch (json.field()) {
                    case "text" -> addText(json.text());
                    case "thinking" -> readThoughts(json);
                    default -> json.skip();
                }
            }
        }
    }

    private void readThoughts(JsonReader json) throws IOException {
        for (boolean in = json.enterArray(); in && json.nextElement(); ) {
            for (boolean part = json.enterObject(); part && json.nextField(); ) {
                if (json.field().equals("text")) {
                    addReasoning(json.text());
                } else {
                    json.skip();
                }
            }
        }
    }

    private void addText(@Nullable String piece) {
        if (piece != null) {
            text.append(piece);
            emitter.text(piece);
        }
    }

    /** Some hosts send the same under both names. */
    private void readReasoning(String field, @Nullable String piece) {
        if (piece != null && !piece.isEmpty() && (ownReasoningField == null || ownReasoningField.equals(field))) {
            ownReasoningField = field;
            reasoningField.seen(field);
            addReasoning(piece);
        }
    }

    private void addReasoning(@Nullable String piece) {
        if (piece != null) {
            reasoning.append(piece);
            emitter.reasoning(piece);
        }
    }

    boolean refuses() {
        return !refusal.isEmpty();
    }

    boolean callsTools() {
        return !calls.isEmpty();
    }

    List<Content> toContent() {
        List<Content> content = new ArrayList<>(2);
        if (!reasoning.isEmpty()) {
            content.add(new Reasoning(reasoning.toString(), provider, null, null));
        }
        if (!text.isEmpty()) {
            content.add(new Text(text.toString()));
        }
        if (!refusal.isEmpty()) {
            content.add(new Refusal(refusal.toString()));
        }
        content.addAll(calls.toCalls());
        return content;
    }
}
