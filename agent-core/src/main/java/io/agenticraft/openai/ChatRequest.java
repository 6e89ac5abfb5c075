package io.agenticraft.openai;

import io.agenticraft.conversation.Transcript;
import io.agenticraft.http.UnsupportedOptions;
import io.agenticraft.json.JsonBody;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ResponseFormat;
import io.agenticraft.model.ToolChoice;
import io.agenticraft.model.ToolSpec;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of a chat completion's request. */
final class ChatRequest {
    private static final Set<String> RESERVED = Set.of("model", "messages", "stream");

    private final ModelRequest request;
    private final GenerationOptions options;
    private final String provider;
    private final Dialect dialect;
    private final @Nullable String reasoningField;
    private final UnsupportedOptions unsupported;
    private final ChatOptions chatOptions;

    ChatRequest(
            ModelRequest request,
            String provider,
            Dialect dialect,
            @Nullable String reasoningField,
            UnsupportedOptions unsupported) {
        this.request = request;
        this.provider = provider;
        this.dialect = dialect;
        this.reasoningField = reasoningField;
        this.unsupported = unsupported;
        options = request.options();
        chatOptions = new ChatOptions(options, dialect, request.model(), unsupported);
    }

    byte[] toBytes(boolean stream) throws IOException {
        JsonBody json = new JsonBody(options.extraFor(provider), RESERVED);
        json.field("model", request.model());
        new ChatMessages(json, options, unsupported, provider, dialect, reasoningField)
                .write(Transcript.forProvider(request.messages(), provider));
        if (stream) {
            json.field("stream", true);
            if (dialect.streamOptions() && json.begins("stream_options")) {
                json.startObject("stream_options").field("include_usage", true).endObject();
            }
        }
        chatOptions.write(json);
        writeFormat(json);
        writeTools(json);
        return json.toBytes();
    }

    private void writeFormat(JsonBody json) throws IOException {
        ResponseFormat format = request.responseFormat();
        if (format.kind() == ResponseFormat.Kind.TEXT || !json.begins("response_format")) {
            return;
        }
        json.startObject("response_format");
        if (format.kind() == ResponseFormat.Kind.JSON) {
            json.field("type", "json_object");
        } else {
            String schema = Objects.requireNonNull(format.schema());
            json.field("type", "json_schema").startObject("json_schema").field("name", format.name());
            json.object("schema", schema, "The schema of the response format");
            json.field("strict", StrictSchema.accepts(schema)).endObject();
        }
        json.endObject();
    }

    private void writeTools(JsonBody json) throws IOException {
        if (request.tools().isEmpty() || !json.begins("tools")) {
            return;
        }
        json.startArray("tools");
        for (ToolSpec tool : request.tools()) {
            json.startObject().field("type", "function").startObject("function");
            json.field("name", tool.name()).field("description", tool.description());
            json.object("parameters", tool.inputSchema(), "The schema of the tool " + tool.name());
            json.endObject().endObject();
        }
        json.endArray();
        writeChoice(json, request.toolChoice());
        json.field("parallel_tool_calls", chatOptions.parallelToolCalls());
    }

    private static void writeChoice(JsonBody json, ToolChoice choice) throws IOException {
        switch (choice.mode()) {
            case AUTO -> {}
            case NONE -> json.field("tool_choice", "none");
            case REQUIRED -> json.field("tool_choice", "required");
            case TOOL -> {
                if (json.begins("tool_choice")) {
                    json.startObject("tool_choice").field("type", "function");
                    json.startObject("function").field("name", choice.toolName());
                    json.endObject().endObject();
                }
            }
        }
    }
}
