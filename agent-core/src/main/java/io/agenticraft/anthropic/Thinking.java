package io.agenticraft.anthropic;

import io.agenticraft.http.UnsupportedOptions;
import io.agenticraft.json.JsonBody;
import io.agenticraft.model.Content;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.Reasoning;
import io.agenticraft.model.Role;
import io.agenticraft.model.ToolChoice;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a request asks for thinking: older models take a number of tokens, newer ones an effort, and what the caller gives
 * is translated into the other where the model does not take it.
 *
 * @param mode the type on the wire, or null where nothing is said of thinking
 * @param budget tokens, with mode {@code enabled} only
 * @param effort how hard to think, with mode {@code adaptive} only
 */
record Thinking(
        @Nullable String mode,
        @Nullable Integer budget,
        @Nullable String effort) {
    /** The least that Anthropic takes. */
    static final int MIN_BUDGET = 1024;

    private static final Map<String, Integer> BUDGETS = Map.of("minimal", MIN_BUDGET, "low", 2048, "medium", 8192);
    private static final int HIGH_BUDGET = 16_384;
    private static final String UNBEGUN =
            "tools are answered that were called without thinking, and it cannot begin amid a turn; it is not sent";
    private static final Thinking UNSAID = new Thinking(null, null, null);

    /** The thinking that is asked for, as far as the model takes it and the compiled messages allow it. */
    static Thinking of(ModelRequest request, List<Message> messages, UnsupportedOptions unsupported)
            throws IOException {
        GenerationOptions options = request.options();
        ClaudeModel model = ClaudeModel.of(request.model());
        Thinking thinking = of(options, model, request.toolChoice(), unsupported);
        if (thinking.budget != null && goesOnWithoutThinking(messages)) {
            String option = options.reasoningTokens() != null ? "reasoningTokens" : "reasoningLevel";
            unsupported.changes(option, UNBEGUN, options);
            return UNSAID;
        }
        return thinking;
    }

    /** Whether tools are answered whose calls do not begin with thinking, as another provider's do not. */
    private static boolean goesOnWithoutThinking(List<Message> messages) {
        int at = messages.size() - 1;
        if (at < 0 || messages.get(at).role() != Role.TOOL) {
            return false;
        }
        while (at > 0 && messages.get(at).role() == Role.TOOL) {
            at--;
        }
        Content first = messages.get(at).content().get(0);
        return !(first instanceof Reasoning own && (own.signature() != null || own.redactedData() != null));
    }

    private static Thinking of(
            GenerationOptions options, ClaudeModel model, ToolChoice choice, UnsupportedOptions unsupported)
            throws IOException {
        String level = options.reasoningLevel();
        Integer budget = options.reasoningTokens();
        if (level == null && budget == null) {
            return UNSAID;
        }
        if (budget == null && "none".equals(level)) {
            return model.thinks() ? new Thinking("disabled", null, null) : UNSAID;
        }
        String option = budget != null ? "reasoningTokens" : "reasoningLevel";
        if (!model.thinks()) {
            unsupported.changes(option, "the model does not think; it is not sent", options);
            return UNSAID;
        }
        if (choice.mode() == ToolChoice.Mode.REQUIRED || choice.mode() == ToolChoice.Mode.TOOL) {
            unsupported.changes(option, "a model that must call a tool cannot think before; it is not sent", options);
            return UNSAID;
        }
        return budget != null ? byBudget(budget, options, model, unsupported) : byLevel(options, model, unsupported);
    }

    private static Thinking byBudget(
            Integer budget, GenerationOptions options, ClaudeModel model, UnsupportedOptions unsupported)
            throws IOException {
        if (model.takesBudget()) {
            return new Thinking("enabled", budget, effort(options));
        }
        unsupported.changes(
                "reasoningTokens", "the model decides by itself how long it thinks; it is asked to think", options);
        return new Thinking("adaptive", null, effort(options));
    }

    private static Thinking byLevel(GenerationOptions options, ClaudeModel model, UnsupportedOptions unsupported)
            throws IOException {
        String level = effort(options);
        if (model.thinksAdaptively()) {
            return new Thinking("adaptive", null, level);
        }
        int budget = BUDGETS.getOrDefault(String.valueOf(options.reasoningLevel()), HIGH_BUDGET);
        int room = options.maxTokens() == null ? budget : options.maxTokens() / 2;
        if (room < MIN_BUDGET) {
            unsupported.changes("reasoningLevel", "maxTokens leaves no room for thinking; it is not sent", options);
            return UNSAID;
        }
        return new Thinking("enabled", Math.min(budget, room), null);
    }

    private static @Nullable String effort(GenerationOptions options) {
        String level = options.reasoningLevel();
        return level == null || level.equals("none") ? null : level.equals("minimal") ? "low" : level;
    }

    boolean isOn() {
        return mode != null && !mode.equals("disabled");
    }

    void write(JsonBody json) throws IOException {
        if (mode != null && json.begins("thinking")) {
            json.startObject("thinking").field("type", mode).field("budget_tokens", budget);
            json.endObject();
        }
    }
}
