package io.agenticraft.otel.adapters.core;

import io.agenticraft.otel.genai.Decision;
import io.agenticraft.otel.genai.Decisions;
import io.agenticraft.otel.genai.GenAi;
import io.agenticraft.policy.Attempt;
import io.agenticraft.policy.CallEvent;
import io.agenticraft.policy.CallObserver;
import io.opentelemetry.api.common.Attributes;
import java.time.Duration;
import java.util.Locale;

/** What policies decide, as the conventions' side shows it. */
record PolicyObserver(Decisions decisions) implements CallObserver {
    private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

    @Override
    public void on(CallEvent event) {
        if (event instanceof CallEvent.CacheHit hit) {
            decisions.record(
                    Decision.CACHE_HIT,
                    hit.target(),
                    Attributes.of(GenAi.CACHE_LEVEL, hit.level().name().toLowerCase(Locale.ROOT)));
        } else if (event instanceof CallEvent.RetryScheduled retry) {
            Attributes facts = Attributes.of(
                    GenAi.ATTEMPT_NUMBER, (long) retry.next().number(), GenAi.DELAY, seconds(retry.delay()));
            decisions.record(Decision.RETRY, retry.target(), facts);
        } else if (event instanceof CallEvent.FellBack fell) {
            Attributes facts =
                    Attributes.of(GenAi.ATTEMPT_NUMBER, (long) fell.next().number(), GenAi.FORMER_TARGET, fell.from());
            decisions.record(Decision.FALLBACK, fell.to(), facts);
        } else if (event instanceof CallEvent.TargetSkipped skipped) {
            decisions.record(Decision.SKIP, skipped.target(), Attributes.of(GenAi.WHY, skipped.why()));
        } else {
            onHedgeOrWait(event);
        }
    }

    /** A failed attempt has a span of its own, which says how. */
    private void onHedgeOrWait(CallEvent event) {
        if (event instanceof CallEvent.HedgeStarted hedge) {
            Attributes facts = Attributes.of(
                    GenAi.ATTEMPT_NUMBER, (long) hedge.hedge().number(), GenAi.DELAY, seconds(hedge.after()));
            decisions.record(Decision.HEDGE, hedge.target(), facts);
        } else if (event instanceof CallEvent.HedgeEnded ended) {
            Attributes facts =
                    Attributes.of(GenAi.ATTEMPT_NUMBER, (long) ended.winner().number());
            boolean won = ended.winner().reason() == Attempt.Reason.HEDGE;
            decisions.record(won ? Decision.HEDGE_WON : Decision.HEDGE_LOST, ended.target(), facts);
        } else if (event instanceof CallEvent.Delayed delayed) {
            Attributes facts = Attributes.of(GenAi.POLICY, delayed.policy(), GenAi.DELAY, seconds(delayed.delay()));
            decisions.record(Decision.DELAY, delayed.target(), facts);
        } else if (event instanceof CallEvent.Refused refused) {
            Attributes facts = Attributes.of(GenAi.POLICY, refused.policy(), GenAi.WHY, refused.why());
            decisions.record(Decision.REFUSAL, refused.target(), facts);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS_PER_SECOND;
    }
}
