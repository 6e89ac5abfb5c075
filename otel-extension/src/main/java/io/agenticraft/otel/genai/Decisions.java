package io.agenticraft.otel.genai;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows decisions on the span of those in whose name they are made: an event for each, and a count of each kind, which
 * backends can search for. No method throws.
 */
public final class Decisions {
    private final Telemetry telemetry;
    private final Context context;
    private @Nullable Map<Decision, Long> counts;

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

    /** Decisions are rare: most runs see none, and need no counters. */
    private synchronized long countOf(Decision decision) {
        Map<Decision, Long> known = counts;
        if (known == null) {
            known = new EnumMap<>(Decision.class);
            counts = known;
        }
        return known.merge(decision, 1L, Long::sum);
    }
}
