package io.agenticraft.anthropic;

import io.agenticraft.conversation.Transcript;
import io.agenticraft.http.FailedResults;
import io.agenticraft.http.ImageTypes;
import io.agenticraft.http.ToolCallIds;
import io.agenticraft.http.ToolNames;
import io.agenticraft.http.UnsupportedOptions;
import io.agenticraft.json.JsonBody;
import io.agenticraft.model.Content;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Image;
import io.agenticraft.model.Message;
import io.agenticraft.model.ProviderContent;
import io.agenticraft.model.Reasoning;
import io.agenticraft.model.Refusal;
import io.agenticraft.model.Role;
import io.agenticraft.model.Text;
import io.agenticraft.model.ToolCall;
import io.agenticraft.model.ToolResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a conversation as Anthropic's messages: tool results are the user's, neighbours of one role become one
 * message (all results of one turn must stand together), and blank texts, which Anthropic rejects, are left out.
 */
final class MessagesWriter {
    private static final ToolCallIds IDS = new ToolCallIds("[a-zA-Z0-9_-]{1,64}", 32);

    private final JsonBody json;
    private final ServerTools serverTools;
    private final Caching caching;
    private final String provider;
    private final GenerationOptions options;
    private final UnsupportedOptions unsupported;

    MessagesWriter(
            JsonBody json,
            ServerTools serverTools,
            Caching caching,
            String provider,
            GenerationOptions options,
            UnsupportedOptions unsupported) {
        this.json = json;
        this.serverTools = serverTools;
        this.caching = caching;
        this.provider = provider;
        this.options = options;
        this.unsupported = unsupported;
    }

    void write(List<Message> messages) throws IOException {
        List<List<Content>> sent = new ArrayList<>(messages.size());
        for (int i = 0; i < messages.size(); i++) {
            sent.add(messages.get(i).role() == Role.SYSTEM ? List.of() : sent(messages, i));
        }
        int mark = caching.isOn() ? usersTurn(messages, sent, messages.size()) : -1;
        int earlierMark = usersTurn(messages, sent, answer(messages, sent, mark));
        int newest = Transcript.newestExchange(messages);
        json.startArray("messages");
        String open = null;
        for (int i = 0; i < messages.size(); i++) {
            if (!sent.get(i).isEmpty()) {
                open = turn(open, messages.get(i).role() == Role.ASSISTANT ? "assistant" : "user");
                writeParts(sent.get(i), i >= newest, i == mark || i == earlierMark);
            }
        }
        if (open != null) {
            json.endArray().endObject();
        }
        json.endArray();
    }

    /** The last message before {@code end} that is sent as the user's, or -1. */
    private static int usersTurn(List<Message> messages, List<List<Content>> sent, int end) {
        int at = end - 1;
        while (at >= 0 && (sent.get(at).isEmpty() || messages.get(at).role() == Role.ASSISTANT)) {
            at--;
        }
        return at;
    }

    /** The last message before {@code end} that is sent as an answer, or -1. */
    private static int answer(List<Message> messages, List<List<Content>> sent, int end) {
        int at = end - 1;
        while (at >= 0 && (sent.get(at).isEmpty() || messages.get(at).role() != Role.ASSISTANT)) {
            at--;
        }
        return at;
    }

    private void writeParts(List<Content> parts, boolean now, boolean marked) throws IOException {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof ProviderContent own) {
                json.objectElement(own.json(), "The part " + own.kind() + " of an answer");
            } else {
                writePart(parts.get(i), now, marked && i == parts.size() - 1);
            }
        }
    }

    /** What goes of a message. Thinking must not end an answer, as it does where the bound of tokens cut it. */
    private List<Content> sent(List<Message> messages, int at) {
        Message message = messages.get(at);
        boolean last = at == messages.size() - 1;
        List<Content> parts = new ArrayList<>(message.content().size());
        for (int i = 0; i < message.content().size(); i++) {
            Content part = message.content().get(i);
            part = part instanceof Refusal refusal ? new Text(refusal.text()) : part;
            if (part instanceof ProviderContent ? serverTools.areSent(at, i) : isSent(part)) {
                parts.add(part);
            }
        }
        while (!parts.isEmpty() && parts.get(parts.size() - 1) instanceof Reasoning) {
            parts.remove(parts.size() - 1);
        }
        int end = parts.size() - 1;
        if (last && message.role() == Role.ASSISTANT && end >= 0 && parts.get(end) instanceof Text text) {
            parts.set(
                    end, new Text(text.text().stripTrailing())); // an answer to go on with must not end in white space
        }
        return parts;
    }

    private String turn(@Nullable String open, String role) throws IOException {
        if (role.equals(open)) {
            return role;
        }
        if (open != null) {
            json.endArray().endObject();
        }
        json.startObject().field("role", role).startArray("content");
        return role;
    }

    /** Reasoning goes back to the provider that wrote it, and only with the proof that it did. */
    private boolean isSent(Content part) {
        if (part instanceof Reasoning reasoning) {
            return reasoning.provider().equals(provider)
                    && (reasoning.signature() != null || reasoning.redactedData() != null);
        }
        return !(part instanceof Text text && text.text().isBlank());
    }

    private void writePart(Content part, boolean now, boolean marked) throws IOException {
        json.startObject();
        if (part instanceof Text text) {
            json.field("type", "text").field("text", text.text());
        } else if (part instanceof Image image) {
            writeImage(image, now);
        } else if (part instanceof Reasoning reasoning) {
            writeReasoning(reasoning);
        } else if (part instanceof ToolCall call) {
            json.field("type", "tool_use").field("id", IDS.fit(call.id())).field("name", ToolNames.fit(call.name()));
            json.lenientObject("input", call.arguments());
        } else if (part instanceof ToolResult result) {
            json.field("type", "tool_result").field("tool_use_id", IDS.fit(result.callId()));
            writeResult(result);
        }
        if (marked) {
            caching.mark(json);
        }
        json.endObject();
    }

    /** One without words is allowed only where the tool did not fail. */
    private void writeResult(ToolResult result) throws IOException {
        if (!result.content().isBlank()) {
            json.field("content", result.content());
        } else if (result.error()) {
            json.field("content", FailedResults.words(result));
        }
        json.field("is_error", result.error() ? true : null);
    }

    private void writeImage(Image image, boolean now) throws IOException {
        if (ImageTypes.excludes(image)) {
            String words = unsupported.insteadOfImage(now, ImageTypes.why("Anthropic", image), options);
            json.field("type", "text").field("text", words);
            return;
        }
        json.field("type", "image").startObject("source");
        if (image.url() != null) {
            json.field("type", "url").field("url", image.url().toString());
        } else {
            boolean jpeg = "image/jpg".equalsIgnoreCase(image.mediaType());
            json.field("type", "base64").field("media_type", jpeg ? "image/jpeg" : image.mediaType());
            json.field("data", image.base64());
        }
        json.endObject();
    }

    private void writeReasoning(Reasoning reasoning) throws IOException {
        if (reasoning.redactedData() != null) {
            json.field("type", "redacted_thinking").field("data", reasoning.redactedData());
        } else {
            json.field("type", "thinking").field("thinking", reasoning.text());
            json.field("signature", reasoning.signature());
        }
    }
}
