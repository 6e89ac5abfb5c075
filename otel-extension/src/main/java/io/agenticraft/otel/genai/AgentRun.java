package io.agenticraft.otel.genai;

import io.agenticraft.otel.ownership.OpenOperation;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;
import org.jspecify.annotations.Nullable;

/** One run of an agent, being observed. Ends exactly once. No method throws. */
public final class AgentRun extends OwnedOperation {
    private final AgentRequest request;
    private final @Nullable String agent;
    private final @Nullable String conversation;
    private final AtomicInteger inferenceCalls = new AtomicInteger();
    private final AtomicInteger toolCalls = new AtomicInteger();
    private final AtomicLong inputTokens = new AtomicLong();
    private final AtomicLong outputTokens = new AtomicLong();
    private final DoubleAdder cost = new DoubleAdder();
    private volatile boolean priced;
    private volatile @Nullable String model;
    private volatile @Nullable String lastModel;
    private volatile @Nullable String provider;

    private AgentRun(Telemetry telemetry, Span span, Context parent, AgentRequest request) {
        super(telemetry, span, parent, GenAi.INVOKE_AGENT, request.name());
        this.request = request;
        agent = request.name();
        conversation = request.conversationId();
        provider = request.provider();
        model = request.model();
        lastModel = model;
    }

    /**
     * Opens the span of a run.
     *
     * @return null if a layer further out has opened it already, or telemetry failed: then there is nothing to do
     */
    public static @Nullable AgentRun start(Telemetry telemetry, AgentRequest request, Context parent) {
        try {
            if (OpenOperation.find(parent, GenAi.INVOKE_AGENT, request.name()) != null) {
                return null;
            }
            SpanBuilder builder = telemetry
                    .span(spanName(telemetry.vocabulary, request.name()))
                    .setParent(parent);
            if (telemetry.vocabulary.genAi) {
                builder.setAttribute(GenAi.OPERATION_NAME, GenAi.INVOKE_AGENT)
                        .setAttribute(GenAi.AGENT_NAME, request.name())
                        .setAttribute(GenAi.AGENT_DESCRIPTION, request.description())
                        .setAttribute(GenAi.REQUEST_MODEL, request.model());
                RequestAttributes.put(request, builder);
            }
            return new AgentRun(telemetry, builder.startSpan(), parent, request);
        } catch (Throwable e) {
            Failures.count(e);
            return null;
        }
    }

    private static String spanName(Vocabulary vocabulary, @Nullable String agent) {
        if (!vocabulary.genAi) {
            return Vocabulary.AGENT_RUN_SPAN;
        }
        return agent == null ? GenAi.INVOKE_AGENT : GenAi.INVOKE_AGENT + " " + agent;
    }

    public @Nullable String agent() {
        return agent;
    }

    public @Nullable String conversation() {
        return conversation;
    }

    /** The run calls a model. Where the request names none, the first one is the run's: a run is pinned to it. */
    public void calling(String requestModel) {
        inferenceCalls.incrementAndGet();
        lastModel = requestModel;
        if (model == null) {
            model = requestModel;
        }
    }

    /** Who has answered the run, which may be another provider than the one that it was asked of. */
    public void answeredBy(String name) {
        provider = name;
    }

    /** A model call of the run has used tokens, and cost what is known of it. */
    public void used(@Nullable Long input, @Nullable Long output, @Nullable Double usd) {
        if (usd != null) {
            cost.add(usd);
            priced = true;
        }
        inputTokens.addAndGet(input == null ? 0 : input);
        outputTokens.addAndGet(output == null ? 0 : output);
    }

    /** The run calls a tool. */
    public void callingTool() {
        toolCalls.incrementAndGet();
    }

    /**
     * The run has ended well.
     *
     * @param input input tokens of the answers that it got, or null; where more were told to {@link #used}, such as by calls that
     *     were cut off, those count
     * @param output output tokens likewise
     * @param finishReasons why the last answer ended, in the convention's words; empty if not known
     * @param responseLength how many characters the last answer has, or null
     */
    public void end(
            @Nullable Long input, @Nullable Long output, List<String> finishReasons, @Nullable Long responseLength) {
        if (claimEnd()) {
            finish(input, output, finishReasons, responseLength, null, null);
        }
    }

    /**
     * The run has failed.
     *
     * @param code the provider's code of the failure, or null
     */
    public void fail(Throwable failure, @Nullable String code) {
        if (claimEnd()) {
            finish(null, null, List.of(), null, failure, code);
        }
    }

    private void finish(
            @Nullable Long input,
            @Nullable Long output,
            List<String> finishReasons,
            @Nullable Long responseLength,
            @Nullable Throwable failure,
            @Nullable String code) {
        try {
            Long in = larger(input, inputTokens.get());
            Long out = larger(output, outputTokens.get());
            if (telemetry.vocabulary.genAi) {
                put(in, out, finishReasons);
            }
            if (telemetry.vocabulary.agentRun) {
                Vocabulary.put(span, request, provider, lastModel, in, out, responseLength, failure != null);
            }
            String error = failure == null ? null : markFailed(failure, code);
            span.end();
            measure(error);
        } catch (Throwable e) {
            Failures.count(e);
            span.end();
        }
    }

    private void put(@Nullable Long input, @Nullable Long output, List<String> finishReasons) {
        span.setAttribute(GenAi.REQUEST_MODEL, model);
        span.setAttribute(GenAi.USAGE_INPUT_TOKENS, input);
        span.setAttribute(GenAi.USAGE_OUTPUT_TOKENS, output);
        if (priced) {
            span.setAttribute(GenAi.USAGE_COST, cost.sum());
        }
        if (!finishReasons.isEmpty()) {
            span.setAttribute(GenAi.RESPONSE_FINISH_REASONS, finishReasons);
        }
    }

    private static @Nullable Long larger(@Nullable Long told, long used) {
        return used > (told == null ? 0 : told) ? Long.valueOf(used) : told;
    }

    private void measure(@Nullable String error) {
        AttributesBuilder common = Attributes.builder().put(GenAi.AGENT_NAME, agent);
        Attributes named = common.build();
        Attributes full = common.put(GenAi.REQUEST_MODEL, model)
                .put(GenAi.ERROR_TYPE, error)
                .build();
        Instruments to = telemetry.instruments;
        to.agentDuration.record(seconds(elapsed()), full, context());
        to.agentInferenceCalls.record(inferenceCalls.get(), named, context());
        to.agentToolCalls.record(toolCalls.get(), named, context());
    }
}
