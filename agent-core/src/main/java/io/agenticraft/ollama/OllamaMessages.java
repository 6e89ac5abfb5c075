package io.agenticraft.ollama;

import io.agenticraft.conversation.Transcript;
import io.agenticraft.http.FailedResults;
import io.agenticraft.http.UnsupportedOptions;
import io.agenticraft.json.JsonBody;
import io.agenticraft.model.Content;
import io.agenticraft.model.GenerationOptions;
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
    private static final String BY_VALUE = "Ollama takes images by value, not by URL";

    private final JsonBody json;
    private final String provider;
    private final GenerationOptions options;
    private final UnsupportedOptions unsupported;

    OllamaMessages(JsonBody json, String provider, GenerationOptions options, UnsupportedOptions unsupported) {
        this.json = json;
        this.provider = provider;
        this.options = options;
        this.unsupported = unsupported;
    }

    void write(List<Message> messages) throws IOException {
        json.startArray("messages");
        int newest = Transcript.newestExchange(messages);
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            if (message.role() == Role.TOOL) {
                writeResults(message);
            } else {
                writeMessage(message, i >= newest);
            }
        }
        json.endArray();
    }

    private void writeMessage(Message message, boolean now) throws IOException {
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
            } else if (part instanceof Image image && image.base64() != null) {
                images.add(image.base64());
            } else if (part instanceof Image) {
                text.append(unsupported.insteadOfImage(now, BY_VALUE, options));
            }
        }
        json.startObject().field("role", message.role().name().toLowerCase(Locale.ROOT));
        json.field("content", text.toString());
        json.field("thinking", thinking.isEmpty() ? null : thinking.toString());
        json.field("images", images);
        writeCalls(message.toolCalls());
        json.endObject();
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
                json.field("content", FailedResults.words(result)).endObject();
            }
        }
    }
}
