package io.agenticraft.openai;

import io.agenticraft.conversation.Transcript;
import io.agenticraft.http.FailedResults;
import io.agenticraft.http.ImageTypes;
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
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a conversation as a chat completion's messages. */
final class ChatMessages {
    /** Stands where tools answered and nobody took it up before the user spoke again. */
    static final String INTERRUPTED = "(interrupted)";

    private final JsonBody json;
    private final GenerationOptions options;
    private final UnsupportedOptions unsupported;
    private final String provider;
    private final Dialect dialect;
    private final @Nullable String reasoningField;

    ChatMessages(
            JsonBody json,
            GenerationOptions options,
            UnsupportedOptions unsupported,
            String provider,
            Dialect dialect,
            @Nullable String reasoningField) {
        this.json = json;
        this.options = options;
        this.unsupported = unsupported;
        this.provider = provider;
        this.dialect = dialect;
        this.reasoningField = reasoningField;
    }

    void write(List<Message> messages) throws IOException {
        json.startArray("messages");
        if (dialect.strictTurns()) {
            writeSystems(messages);
        }
        int newest = Transcript.newestExchange(messages);
        Role before = Role.SYSTEM;
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            if (message.role() == Role.SYSTEM && dialect.strictTurns()) {
                continue;
            }
            if (before == Role.TOOL && message.role() == Role.USER && dialect.strictTurns()) {
                writeText("assistant", INTERRUPTED);
            }
            write(message, i >= newest, i == messages.size() - 1);
            before = message.role();
        }
        json.endArray();
    }

    private void writeSystems(List<Message> messages) throws IOException {
        for (Message message : messages) {
            if (message.role() == Role.SYSTEM) {
                writeText("system", message.text());
            }
        }
    }

    private void write(Message message, boolean now, boolean last) throws IOException {
        switch (message.role()) {
            case SYSTEM -> writeText("system", message.text());
            case USER -> writeUser(message, now);
            case ASSISTANT -> writeAssistant(message, last);
            case TOOL -> writeResults(message);
        }
    }

    private void writeText(String role, String text) throws IOException {
        json.startObject().field("role", role).field("content", text).endObject();
    }

    private void writeUser(Message message, boolean now) throws IOException {
        json.startObject().field("role", "user");
        if (message.content().stream().noneMatch(Image.class::isInstance)) {
            json.field("content", message.text()).endObject();
            return;
        }
        json.startArray("content");
        for (Content part : message.content()) {
            json.startObject();
            if (part instanceof Image image && dialect.isOpenAis() && ImageTypes.excludes(image)) {
                String words = unsupported.insteadOfImage(now, ImageTypes.why("OpenAI", image), options);
                json.field("type", "text").field("text", words);
            } else if (part instanceof Image image) {
                json.field("type", "image_url").startObject("image_url");
                json.field("url", urlOf(image)).endObject();
            } else if (part instanceof Text text) {
                json.field("type", "text").field("text", text.text());
            }
            json.endObject();
        }
        json.endArray().endObject();
    }

    private static String urlOf(Image image) {
        return image.url() != null ? image.url().toString() : "data:" + image.mediaType() + ";base64," + image.base64();
    }

    private void writeAssistant(Message message, boolean last) throws IOException {
        List<ToolCall> calls = message.toolCalls();
        String words = joined(message, Refusal.class, part -> ((Refusal) part).text());
        String refusal = dialect.refusals() ? words : "";
        String text = dialect.refusals() ? message.text() : message.text() + words;
        json.startObject().field("role", "assistant");
        if (!text.isEmpty() || (calls.isEmpty() && refusal.isEmpty())) {
            json.field("content", text);
        }
        if (!refusal.isEmpty()) {
            json.field("refusal", refusal);
        }
        if (!calls.isEmpty()) {
            writeReasoning(message);
            json.startArray("tool_calls");
            for (ToolCall call : calls) {
                json.startObject()
                        .field("id", dialect.toolId(call.id()))
                        .field("type", "function")
                        .startObject("function");
                json.field("name", dialect.toolName(call.name()));
                // Some hosts parse them, and nothing at all is no JSON.
                json.field("arguments", call.arguments().isBlank() ? "{}" : call.arguments());
                json.endObject().endObject();
            }
            json.endArray();
        } else if (last && dialect.strictTurns()) {
            json.field("prefix", true);
        }
        json.endObject();
    }

    /** Hosts that show their reasoning want it back amid a turn of tool calls; none needs it afterwards. */
    private void writeReasoning(Message message) throws IOException {
        String reasoning = joined(
                message,
                Reasoning.class,
                part -> ((Reasoning) part).provider().equals(provider) ? ((Reasoning) part).text() : "");
        if (reasoningField != null && dialect == Dialect.OTHER && !reasoning.isEmpty()) {
            json.field(reasoningField, reasoning);
        }
    }

    private static String joined(
            Message message, Class<? extends Content> kind, java.util.function.Function<Content, String> words) {
        return message.content().stream().filter(kind::isInstance).map(words).collect(Collectors.joining());
    }

    private void writeResults(Message message) throws IOException {
        for (Content part : message.content()) {
            if (part instanceof ToolResult result) {
                json.startObject().field("role", "tool").field("tool_call_id", dialect.toolId(result.callId()));
                json.field("content", FailedResults.words(result)).endObject();
            }
        }
    }
}
