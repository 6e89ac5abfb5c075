package io.agenticraft.otel.adapters.core;

import io.agenticraft.otel.genai.AgentRun;
import io.agenticraft.otel.genai.GenAi;
import io.agenticraft.policy.Attempt;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a model call.
 *
 * @param parent the context that the call belongs to; null: the one that is current when it is made
 * @param run the run that it belongs to, or null
 * @param attempt which attempt it is
 */
record Caller(@Nullable Context parent, @Nullable AgentRun run, Attempt attempt) {
    static final Caller UNKNOWN = new Caller(null, null, Attempt.first());

    static Caller of(AgentRun run, Attempt attempt) {
        return new Caller(run.context(), run, attempt);
    }

    static Caller of(Context parent, Attempt attempt) {
        return new Caller(parent, null, attempt);
    }

    Context context() {
        return parent == null ? Context.current() : parent;
    }

    @Nullable
    String conversation() {
        return run == null ? null : run.conversation();
    }

    /** What a span says of an attempt that is not the first. */
    Attributes facts() {
        return attempt.reason() == Attempt.Reason.FIRST
                ? Attributes.empty()
                : Attributes.of(
                        GenAi.ATTEMPT_NUMBER,
                        (long) attempt.number(),
                        GenAi.ATTEMPT_REASON,
                        attempt.reason().name().toLowerCase(Locale.ROOT));
    }

    void calling(String model) {
        if (run != null) {
            run.calling(model);
        }
    }

    void used(@Nullable Long input, @Nullable Long output, @Nullable Double cost) {
        if (run != null) {
            run.used(input, output, cost);
        }
    }
}
