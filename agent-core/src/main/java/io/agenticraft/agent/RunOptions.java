package io.agenticraft.agent;

import io.agenticraft.model.GenerationOptions;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.registry.Binding;
import io.agenticraft.tool.Tool;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What differs for one run. Null means: the agent's own setting holds.
 *
 * @param binding the provider and model of this run
 * @param maxTurns how many model calls the run may make
 * @param timeout how long the run may take
 * @param options how the model is to answer, over the agent's own
 * @param conversationId names the conversation in telemetry
 * @param provider decorates the provider for this run, outermost
 * @param tool decorates each tool for this run, outermost
 */
public record RunOptions(
        @Nullable Binding binding,
        @Nullable Integer maxTurns,
        @Nullable Duration timeout,
        GenerationOptions options,
        @Nullable String conversationId,
        UnaryOperator<ModelProvider> provider,
        UnaryOperator<Tool> tool) {

    private static final RunOptions DEFAULT = new RunOptions(
            null, null, null, GenerationOptions.none(), null, UnaryOperator.identity(), UnaryOperator.identity());

    public static RunOptions defaults() {
        return DEFAULT;
    }

    /** The same with another provider and model. */
    public RunOptions with(Binding value) {
        return new RunOptions(value, maxTurns, timeout, options, conversationId, provider, tool);
    }

    /** The same with other generation options. */
    public RunOptions with(GenerationOptions value) {
        return new RunOptions(binding, maxTurns, timeout, value, conversationId, provider, tool);
    }

    /** The same with another bound of turns. */
    public RunOptions withMaxTurns(int value) {
        return new RunOptions(binding, value, timeout, options, conversationId, provider, tool);
    }

    /** The same with another time limit. */
    public RunOptions withTimeout(Duration value) {
        return new RunOptions(binding, maxTurns, value, options, conversationId, provider, tool);
    }

    /** The same with a conversation's name. */
    public RunOptions withConversationId(String value) {
        return new RunOptions(binding, maxTurns, timeout, options, value, provider, tool);
    }

    /** The same with further decorators around those already there. */
    public RunOptions decorated(UnaryOperator<ModelProvider> providers, UnaryOperator<Tool> tools) {
        return new RunOptions(
                binding,
                maxTurns,
                timeout,
                options,
                conversationId,
                p -> providers.apply(provider.apply(p)),
                t -> tools.apply(tool.apply(t)));
    }
}
