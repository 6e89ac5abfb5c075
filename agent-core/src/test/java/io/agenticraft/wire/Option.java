package io.agenticraft.wire;

import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.OnUnsupported;
import io.agenticraft.model.ResponseFormat;
import io.agenticraft.model.ToolChoice;
import io.agenticraft.model.ToolSpec;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * An option of a request, with the words by which the documentation calls it.
 *
 * @param setter sets it to a value that is nobody's default
 */
record Option(String words, Consumer<GenerationOptions.Builder> setter, ToolChoice choice, ResponseFormat format) {
    private static final String SCHEMA = "{\"type\":\"object\"}";

    static final List<Option> ALL = List.of(
            of("maxTokens", options -> options.maxTokens(8000)),
            of("temperature", options -> options.temperature(0.5)),
            of("topP", options -> options.topP(0.9)),
            of("topK", options -> options.topK(3)),
            of("stopSequences", options -> options.stopSequences(List.of("a"))),
            of("seed", options -> options.seed(7)),
            of("frequencyPenalty", options -> options.frequencyPenalty(0.1)),
            of("presencePenalty", options -> options.presencePenalty(0.1)),
            of("reasoningLevel", options -> options.reasoningLevel("low")),
            of("reasoningTokens", options -> options.reasoningTokens(2048)),
            of("parallelToolCalls", options -> options.parallelToolCalls(false)),
            of("toolChoice required", ToolChoice.required(), ResponseFormat.text()),
            of("toolChoice of one tool", ToolChoice.tool("t"), ResponseFormat.text()),
            of("responseFormat JSON", ToolChoice.auto(), ResponseFormat.json()),
            of("responseFormat with a schema", ToolChoice.auto(), ResponseFormat.jsonSchema("n", SCHEMA)));

    private static Option of(String words, Consumer<GenerationOptions.Builder> setter) {
        return new Option(words, setter, ToolChoice.auto(), ResponseFormat.text());
    }

    private static Option of(String words, ToolChoice choice, ResponseFormat format) {
        return new Option(words, options -> {}, choice, format);
    }

    static Option named(String words) {
        return ALL.stream()
                .filter(option -> option.words.equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The documentation speaks of an option " + words));
    }

    /** The name by which failures call it. */
    String option() {
        return words.contains(" ") ? words.substring(0, words.indexOf(' ')) : words;
    }

    boolean isFormatOrChoice() {
        return words.contains(" ");
    }

    /** The option at a number, or with as many values. */
    GenerationOptions number(double number) {
        GenerationOptions.Builder options = GenerationOptions.builder();
        return switch (words) {
            case "temperature" -> options.temperature(number).build();
            case "stopSequences" ->
                options.stopSequences(Collections.nCopies((int) number, "a")).build();
            default -> throw new AssertionError("No test of a bound of " + words);
        };
    }

    static ModelRequest request(String model, GenerationOptions options) {
        return base(model).options(options).build();
    }

    static ModelRequest request(String model, OnUnsupported policy, Option... all) {
        ModelRequest.Builder request = base(model);
        GenerationOptions.Builder options = GenerationOptions.builder().onUnsupported(policy);
        for (Option option : all) {
            option.setter.accept(options);
            if (option.isFormatOrChoice()) {
                request.toolChoice(option.choice).responseFormat(option.format);
            }
        }
        return request.options(options.build()).build();
    }

    private static ModelRequest.Builder base(String model) {
        return ModelRequest.builder(model).messages(Message.user("a")).tools(List.of(new ToolSpec("t", "d", SCHEMA)));
    }
}
