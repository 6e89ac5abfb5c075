package io.agenticraft.agent;

import io.agenticraft.conversation.Conversation;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.policy.CallDecorator;
import io.agenticraft.policy.CallObserver;
import io.agenticraft.registry.Binding;
import io.agenticraft.tool.Tool;
import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What differs for one run. Null means: the agent's own setting holds.
 *
 * @param binding the provider and model of this run
 * @param maxTurns how many model calls the run may make
 * @param timeout how long the run may take
 * @param options how the model is to answer, over the agent's own
 * @param conversation what the run continues and is appended to, instead of the agent's memory
 * @param conversationId names the conversation in telemetry; by default the conversation's own id
 * @param tenant on whose behalf the run is made, or null
 * @param observer hears what policies decide in this run
 * @param provider decorates each provider that this run calls, right around the wire, under all policies; called once per
 *     run, or once per attempt where a router makes attempts
 * @param tool decorates each tool that is called in this run, outermost; called once per call. What the model is told of
 *     the tool is not affected
 */
public record RunOptions(
        @Nullable Binding binding,
        @Nullable Integer maxTurns,
        @Nullable Duration timeout,
        GenerationOptions options,
        @Nullable Conversation conversation,
        @Nullable String conversationId,
        @Nullable String tenant,
        CallObserver observer,
        CallDecorator provider,
        UnaryOperator<Tool> tool) {

    private static final RunOptions DEFAULT = new RunOptions(
            null,
            null,
            null,
            GenerationOptions.none(),
            null,
            null,
            null,
            CallObserver.none(),
            CallDecorator.none(),
            UnaryOperator.identity());

    public RunOptions {
        if (maxTurns != null) {
            positive(maxTurns);
        }
        if (timeout != null) {
            positive(timeout);
        }
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(observer, "observer");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(tool, "tool");
    }

    /** Nothing differs. */
    public static RunOptions defaults() {
        return DEFAULT;
    }

    @Override
    public @Nullable String conversationId() {
        return conversationId != null || conversation == null ? conversationId : conversation.id();
    }

    /** The same with another provider and model. */
    public RunOptions with(Binding value) {
        return new RunOptions(
                value, maxTurns, timeout, options, conversation, conversationId, tenant, observer, provider, tool);
    }

    /** The same with other generation options. */
    public RunOptions with(GenerationOptions value) {
        return new RunOptions(
                binding, maxTurns, timeout, value, conversation, conversationId, tenant, observer, provider, tool);
    }

    /** The same in another conversation than the agent's memory. */
    public RunOptions with(Conversation value) {
        return new RunOptions(
                binding, maxTurns, timeout, options, value, conversationId, tenant, observer, provider, tool);
    }

    /** The same with another bound of turns. */
    public RunOptions withMaxTurns(int value) {
        return new RunOptions(
                binding, value, timeout, options, conversation, conversationId, tenant, observer, provider, tool);
    }

    /** The same with another time limit. */
    public RunOptions withTimeout(Duration value) {
        return new RunOptions(
                binding, maxTurns, value, options, conversation, conversationId, tenant, observer, provider, tool);
    }

    /** The same with a conversation's name. */
    public RunOptions withConversationId(String value) {
        return new RunOptions(
                binding, maxTurns, timeout, options, conversation, value, tenant, observer, provider, tool);
    }

    /**
     * The same on behalf of a tenant, whose budgets the run draws on and whose known answers it shares.
     */
    public RunOptions withTenant(String value) {
        return new RunOptions(
                binding, maxTurns, timeout, options, conversation, conversationId, value, observer, provider, tool);
    }

    /** The same with a further observer of what policies decide, after the one already there. */
    public RunOptions observed(CallObserver value) {
        return new RunOptions(
                binding,
                maxTurns,
                timeout,
                options,
                conversation,
                conversationId,
                tenant,
                observer.andThen(value),
                provider,
                tool);
    }

    /** The same with further decorators around those already there. */
    public RunOptions decorated(CallDecorator providers, UnaryOperator<Tool> tools) {
        return new RunOptions(
                binding,
                maxTurns,
                timeout,
                options,
                conversation,
                conversationId,
                tenant,
                observer,
                (wire, scope) -> providers.decorate(provider.decorate(wire, scope), scope),
                t -> tools.apply(tool.apply(t)));
    }

    static int positive(int maxTurns) {
        if (maxTurns < 1) {
            throw new IllegalArgumentException("A run takes at least 1 turn, not " + maxTurns);
        }
        return maxTurns;
    }

    static Duration positive(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("A timeout must be positive, unlike " + timeout);
        }
        return timeout;
    }
}
