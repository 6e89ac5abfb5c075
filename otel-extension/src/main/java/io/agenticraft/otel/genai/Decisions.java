package io.agenticraft.otel.genai;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.EnumMap;
import java.util.Map;

/**
 * Shows decisions on the span of those in whose name they are made: an event for each, and a count of each kind, which
 * backends can search for. No method throws.
 */
public final class Decisions {
    private final Telemetry telemetry;
    private final Context context;
    private final Map<Decision, Long> counts = new EnumMap<>(Decision.class);

    /** Decisions that belong to the span of {@code context}. */
    public Decisions(Telemetry telemetry, Context context) {
        this.telemetry = telemetry;
        this.context = context;
    }

    /** A decision has been made about a target. */
    public void record(Decision decision, String target, Attributes facts) {
        try {
            Span span = Span.fromContext(context);
            span.addEvent(
                    decision.event, facts.toBuilder().put(GenAi.TARGET, target).build());
            span.setAttribute(decision.count, countOf(decision));
            telemetry.instruments.decisions.add(
                    1, Attributes.of(GenAi.DECISION, decision.word, GenAi.TARGET, target), context);
        } catch (Throwable e) {
            Failures.count(e);
        }
    }

    /** Decisions are rare, so that a lock costs less than counters for all kinds would. */
    private synchronized long countOf(Decision decision) {
        return counts.merge(decision, 1L, Long::sum);
    }
}
