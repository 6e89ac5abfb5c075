package io.agenticraft.otel.genai;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * In whose words the span of a run is written. {@code OTEL_INSTRUMENTATION_AGENTICRAFT_VOCABULARY}, or the system property
 * {@value #PROPERTY}, chooses: {@code genai} for the GenAI conventions (the default), {@code agent.run} for the names that
 * dashboards of AgentiCraft for Python know ({@code agent.run}, {@code provider.name}, {@code tokens.prompt} ...), and
 * {@code genai,agent.run} for both on one span. Spans of model and tool calls are always written by the conventions.
 */
enum Vocabulary {
    GEN_AI(true, false),
    AGENT_RUN(false, true),
    BOTH(true, true);

    static final String PROPERTY = "otel.instrumentation.agenticraft.vocabulary";

    static final String AGENT_RUN_SPAN = "agent.run";
    static final AttributeKey<String> AGENT_NAME = AttributeKey.stringKey("agent.name");
    static final AttributeKey<String> PROVIDER_NAME = AttributeKey.stringKey("provider.name");
    static final AttributeKey<String> MODEL_NAME = AttributeKey.stringKey("model.name");
    static final AttributeKey<Long> PROMPT_LENGTH = AttributeKey.longKey("prompt.length");
    static final AttributeKey<Long> RESPONSE_LENGTH = AttributeKey.longKey("response.length");
    static final AttributeKey<Long> TOKENS_PROMPT = AttributeKey.longKey("tokens.prompt");
    static final AttributeKey<Long> TOKENS_COMPLETION = AttributeKey.longKey("tokens.completion");

    final boolean genAi;
    final boolean agentRun;

    Vocabulary(boolean genAi, boolean agentRun) {
        this.genAi = genAi;
        this.agentRun = agentRun;
    }

    /** The one that the process is set to; what it does not know is named in the log, and leaves the default. */
    static Vocabulary configured() {
        String property = System.getProperty(PROPERTY);
        String value = property != null
                ? property
                : System.getenv(PROPERTY.toUpperCase(Locale.ROOT).replace('.', '_'));
        Vocabulary named = named(value == null ? "" : value);
        if (named == null) {
            System.getLogger("io.agenticraft.otel")
                    .log(
                            System.Logger.Level.WARNING,
                            PROPERTY + " is neither genai nor agent.run nor both with a comma between; genai holds");
            return GEN_AI;
        }
        return named;
    }

    static @Nullable Vocabulary named(String value) {
        return switch (value.replace(" ", "").toLowerCase(Locale.ROOT)) {
            case "", "genai" -> GEN_AI;
            case "agent.run" -> AGENT_RUN;
            case "genai,agent.run", "agent.run,genai" -> BOTH;
            default -> null;
        };
    }

    /** What the span of a run that has ended says in the words of {@code agent.run}; null: not known. */
    static void put(
            Span span,
            AgentRequest request,
            @Nullable String provider,
            @Nullable String model,
            @Nullable Long input,
            @Nullable Long output,
            @Nullable Long responseLength,
            boolean failed) {
        span.setAttribute(AGENT_NAME, request.name());
        span.setAttribute(PROVIDER_NAME, provider);
        span.setAttribute(MODEL_NAME, model);
        span.setAttribute(PROMPT_LENGTH, request.promptLength());
        span.setAttribute(RESPONSE_LENGTH, responseLength);
        span.setAttribute(TOKENS_PROMPT, input);
        span.setAttribute(TOKENS_COMPLETION, output);
        if (!failed) {
            span.setStatus(StatusCode.OK);
        }
    }
}
