package io.agenticraft.ollama;

import io.agenticraft.json.InvalidJsonException;
import io.agenticraft.json.JsonBody;
import io.agenticraft.model.Content;
import io.agenticraft.model.Image;
import io.agenticraft.model.Message;
import io.agenticraft.model.Reasoning;
import io.agenticraft.model.Refusal;
import io.agenticraft.model.Role;
import io.agenticraft.model.Text;
import io.agenticraft.model.ToolCall;
import io.agenticraft.model.ToolResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a conversation as Ollama's messages, whose content is one text with the images beside it. */
final class OllamaMessages {
    private final JsonBody json;
    private final String provider;

    OllamaMessages(JsonBody json, String provider) {
        this.json = json;
        this.provider = provider;
    }

    void write(List<Message> messages) throws IOException {
        json.startArray("messages");
        for (Message message : messages) {
            if (message.role() == Role.TOOL) {
                writeResults(message);
            } else {
                writeMessage(message);
            }
        }
        json.endArray();
    }

    private void writeMessage(Message message) throws IOException {
        StringBuilder text = new StringBuilder();
        StringBuilder thinking = new StringBuilder();
        List<String> images = new ArrayList<>(0);
        for (Content part : message.content()) {
            if (part instanceof Text words) {
                text.append(words.text());
            } else if (part instanceof Refusal words) {
                text.append(words.text());
            } else if (part instanceof Reasoning reasoning
                    && reasoning.provider().equals(provider)) {
                thinking.append(reasoning.text());
            } else if (part instanceof Image image) {
                images.add(base64(image));
            }
        }
        json.startObject().field("role", message.role().name().toLowerCase(Locale.ROOT));
        json.field("content", text.toString());
        json.field("thinking", thinking.isEmpty() ? null : thinking.toString());
        json.field("images", images);
        writeCalls(message.toolCalls());
        json.endObject();
    }

    private static String base64(Image image) throws InvalidJsonException {
        if (image.base64() == null) {
            throw new InvalidJsonException("Ollama takes images by value, not by URL");
        }
        return image.base64();
    }

    private void writeCalls(List<ToolCall> calls) throws IOException {
        if (calls.isEmpty()) {
            return;
        }
        json.startArray("tool_calls");
        for (ToolCall call : calls) {
            json.startObject().field("id", call.id()).startObject("function").field("name", call.name());
            json.lenientObject("arguments", call.arguments()).endObject().endObject();
        }
        json.endArray();
    }

    private void writeResults(Message message) throws IOException {
        for (Content part : message.content()) {
            if (part instanceof ToolResult result) {
                json.startObject().field("role", "tool").field("tool_name", result.toolName());
                json.field("tool_call_id", result.callId());
                json.field("content", result.content()).endObject();
            }
        }
    }
}
