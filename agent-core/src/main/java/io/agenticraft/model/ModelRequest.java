package io.agenticraft.model;

import java.util.List;
import java.util.Objects;

/**
 * One call of a model.
 *
 * @param model the model's name as the provider knows it
 * @param messages the conversation, oldest first
 * @param tools the tools that the model may call
 * @param toolChoice whether it may, must or must not call one
 * @param responseFormat the form of the answer
 * @param options how to answer
 */
public record ModelRequest(
        String model,
        List<Message> messages,
        List<ToolSpec> tools,
        ToolChoice toolChoice,
        ResponseFormat responseFormat,
        GenerationOptions options) {

    public ModelRequest {
        Objects.requireNonNull(model, "model");
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
        Objects.requireNonNull(toolChoice, "toolChoice");
        Objects.requireNonNull(responseFormat, "responseFormat");
        Objects.requireNonNull(options, "options");
    }

    public static Builder builder(String model) {
        return new Builder(model);
    }

    public Builder toBuilder() {
        return new Builder(model)
                .messages(messages)
                .tools(tools)
                .toolChoice(toolChoice)
                .responseFormat(responseFormat)
                .options(options);
    }

    /** Collects a {@link ModelRequest}. */
    public static final class Builder {
        private final String model;
        private List<Message> messages = List.of();
        private List<ToolSpec> tools = List.of();
        private ToolChoice toolChoice = ToolChoice.auto();
        private ResponseFormat responseFormat = ResponseFormat.text();
        private GenerationOptions options = GenerationOptions.none();

        private Builder(String model) {
            this.model = model;
        }

        public Builder messages(List<Message> value) {
            messages = value;
            return this;
        }

        public Builder messages(Message... value) {
            return messages(List.of(value));
        }

        public Builder tools(List<ToolSpec> value) {
            tools = value;
            return this;
        }

        public Builder toolChoice(ToolChoice value) {
            toolChoice = value;
            return this;
        }

        public Builder responseFormat(ResponseFormat value) {
            responseFormat = value;
            return this;
        }

        public Builder options(GenerationOptions value) {
            options = value;
            return this;
        }

        public ModelRequest build() {
            return new ModelRequest(model, messages, tools, toolChoice, responseFormat, options);
        }
    }
}
