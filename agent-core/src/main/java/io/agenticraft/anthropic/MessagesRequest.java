package io.agenticraft.anthropic;

import io.agenticraft.conversation.Transcript;
import io.agenticraft.http.UnsupportedOptions;
import io.agenticraft.json.InvalidJsonException;
import io.agenticraft.json.JsonBody;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ResponseFormat;
import io.agenticraft.model.Role;
import io.agenticraft.model.ToolChoice;
import io.agenticraft.model.ToolSpec;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The body of a request for a message. */
final class MessagesRequest {
    static final int DEFAULT_MAX_TOKENS = 4096;

    private static final Set<String> RESERVED = Set.of("model", "messages", "stream");

    private final ModelRequest request;
    private final GenerationOptions options;
    private final String provider;
    private final UnsupportedOptions unsupported;
    private final Caching caching;

    MessagesRequest(ModelRequest request, String provider, UnsupportedOptions unsupported) {
        this.request = request;
        this.provider = provider;
        this.unsupported = unsupported;
        options = request.options();
        caching = Caching.of(options);
    }

    byte[] toBytes(boolean stream) throws IOException {
        ClaudeModel model = ClaudeModel.of(request.model());
        List<Message> messages = Transcript.forProvider(request.messages(), provider);
        Thinking thinking = Thinking.of(request, messages, unsupported);
        ServerTools serverTools = ServerTools.in(messages);
        JsonBody json = new JsonBody(options.extraFor(provider), RESERVED);
        json.field("model", request.model());
        json.field("max_tokens", maxTokens(thinking));
        boolean system = writeSystem(json);
        new MessagesWriter(json, serverTools, caching, provider, options, unsupported).write(messages);
        json.field("container", serverTools.container());
        if (stream) {
            json.field("stream", true);
        }
        new Sampling(options, model, thinking.isOn(), unsupported).write(json);
        thinking.write(json);
        writeOutput(json, thinking.effort());
        writeTools(json, !system);
        return json.toBytes();
    }

    private int maxTokens(Thinking thinking) {
        Integer budget = thinking.budget();
        return options.maxTokens() != null ? options.maxTokens() : DEFAULT_MAX_TOKENS + (budget == null ? 0 : budget);
    }

    /** Whether there is any. Tools stand before it in what is kept, so that its mark is theirs too. */
    private boolean writeSystem(JsonBody json) throws IOException {
        String text = system();
        if (text == null || !json.begins("system")) {
            return false;
        }
        if (caching.isOn()) {
            json.startArray("system").startObject().field("type", "text").field("text", text);
            caching.mark(json);
            json.endObject().endArray();
        } else {
            json.field("system", text);
        }
        return true;
    }

    private @Nullable String system() {
        String text = request.messages().stream()
                .filter(message -> message.role() == Role.SYSTEM)
                .map(Message::text)
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining("\n\n"));
        return text.isEmpty() ? null : text;
    }

    private void writeOutput(JsonBody json, @Nullable String effort) throws IOException {
        ResponseFormat format = request.responseFormat();
        boolean schema = format.kind() == ResponseFormat.Kind.JSON_SCHEMA;
        if (format.kind() == ResponseFormat.Kind.JSON && json.begins("output_config")) {
            throw new InvalidJsonException("JSON without a schema; give a schema");
        }
        if ((effort == null && !schema) || !json.begins("output_config")) {
            return;
        }
        json.startObject("output_config").field("effort", effort);
        if (schema) {
            json.startObject("format").field("type", "json_schema");
            json.object("schema", Objects.requireNonNull(format.schema()), "The schema of the response format");
            json.endObject();
        }
        json.endObject();
    }

    private void writeTools(JsonBody json, boolean markLast) throws IOException {
        if (request.tools().isEmpty() || !json.begins("tools")) {
            return;
        }
        json.startArray("tools");
        for (int i = 0; i < request.tools().size(); i++) {
            ToolSpec tool = request.tools().get(i);
            json.startObject().field("name", tool.name()).field("description", tool.description());
            json.object("input_schema", tool.inputSchema(), "The schema of the tool " + tool.name());
            if (markLast && i == request.tools().size() - 1) {
                caching.mark(json);
            }
            json.endObject();
        }
        json.endArray();
        writeChoice(json, request.toolChoice());
    }

    private void writeChoice(JsonBody json, ToolChoice choice) throws IOException {
        boolean oneByOne = Boolean.FALSE.equals(options.parallelToolCalls());
        if ((choice.mode() == ToolChoice.Mode.AUTO && !oneByOne) || !json.begins("tool_choice")) {
            return;
        }
        json.startObject("tool_choice");
        json.field("type", choice.mode() == ToolChoice.Mode.REQUIRED ? "any" : wireName(choice.mode()));
        json.field("name", choice.toolName());
        if (oneByOne && choice.mode() != ToolChoice.Mode.NONE) {
            json.field("disable_parallel_tool_use", true);
        }
        json.endObject();
    }

    private static String wireName(ToolChoice.Mode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }
}
