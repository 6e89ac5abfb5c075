package io.agenticraft.admission;

import io.agenticraft.estimate.TokenEstimate;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.RateLimits;
import io.agenticraft.model.Usage;
import io.agenticraft.provider.ConnectionException;
import io.agenticraft.provider.OverloadedException;
import io.agenticraft.provider.ProviderException;
import io.agenticraft.provider.RateLimitException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a target's limits, configured and learned, let through. Guarded by its target's lock. */
final class Ledger {
    private static final long FIRST_PAUSE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int MOST_DOUBLINGS = 5;
    private static final Duration LONGEST = Duration.ofDays(365);

    private final @Nullable SlidingWindow requests;
    private final @Nullable SlidingWindow tokens;
    private final LearnedBucket learnedRequests = new LearnedBucket();
    private final LearnedBucket learnedTokens = new LearnedBucket();
    private final LearnedBucket learnedInput = new LearnedBucket();
    private final LearnedBucket learnedOutput = new LearnedBucket();
    private final Correction correction = new Correction();
    private long pausedUntilNanos;
    private int limitedInARow;
    private long sentRequests;
    private long sentTokens;
    private long sentInput;
    long rateLimited;

    Ledger(Limits limits, long nowNanos) {
        requests = limits.requests() == Limits.ANY
                ? null
                : new SlidingWindow(limits.requests(), limits.window(), nowNanos);
        tokens = limits.tokens() == Limits.ANY ? null : new SlidingWindow(limits.tokens(), limits.window(), nowNanos);
        pausedUntilNanos = nowNanos;
    }

    /** From 0 to a year, whatever a provider says. */
    static long nanos(Duration said) {
        return said.isNegative() ? 0 : (said.compareTo(LONGEST) > 0 ? LONGEST : said).toNanos();
    }

    Correction correction() {
        return correction;
    }

    /** In how many nanoseconds a call may be sent that follows {@code ahead} others with {@code tokensAhead}; 0: now. */
    long waitFor(TokenEstimate call, int ahead, long tokensAhead, long now) {
        long wait = pause(now);
        if (requests != null) {
            wait = Math.max(wait, requests.waitFor(ahead + 1L, now));
        }
        long total = call.total() + tokensAhead;
        if (tokens != null) {
            wait = Math.max(wait, tokens.waitFor(ahead == 0 ? tokens.fitting(total) : total, now));
        }
        wait = Math.max(wait, learnedRequests.waitFor(ahead + 1L, now));
        wait = Math.max(wait, learnedTokens.waitFor(total, now));
        wait = Math.max(wait, learnedInput.waitFor(call.input(), now));
        return Math.max(wait, learnedOutput.waitFor(call.output(), now));
    }

    long pause(long now) {
        return Math.max(0, pausedUntilNanos - now);
    }

    AdmittedCall.Receipt take(TokenEstimate call, long now) {
        long slot = requests == null ? 0 : requests.take(1, now);
        slot = tokens == null ? slot : tokens.take(call.total(), now); // the same, for both began together
        learnedRequests.take(1, now);
        learnedTokens.take(call.total(), now);
        learnedInput.take(call.input(), now);
        learnedOutput.take(call.output(), now);
        sentRequests++;
        sentTokens += call.total();
        sentInput += call.input();
        return new AdmittedCall.Receipt(slot, sentRequests, sentTokens, sentInput);
    }

    void giveBack(AdmittedCall call, long now) {
        if (requests != null) {
            requests.adjust(call.receipt().slot(), 1, 0, now);
        }
        if (tokens != null) {
            tokens.adjust(call.receipt().slot(), call.estimate().total(), 0, now);
        }
        learnedRequests.take(-1, now);
        learnedTokens.take(-call.estimate().total(), now);
        learnedInput.take(-call.estimate().input(), now);
        learnedOutput.take(-call.estimate().output(), now);
    }

    void settle(AdmittedCall call, @Nullable ModelResponse response, @Nullable Throwable failure, long now) {
        ProviderException known = failure instanceof ProviderException e ? e : null;
        ModelResponse answer = response != null ? response : known == null ? null : known.partial();
        Usage usage = answer == null ? Usage.unknown() : answer.usage();
        if (tokens != null) {
            tokens.adjust(call.receipt().slot(), call.estimate().total(), real(call, usage, known), now);
        }
        if (response != null) {
            correction.learn(call.guess(), usage);
            limitedInARow = 0;
        }
        hear(
                response != null
                        ? response.rateLimits()
                        : known == null ? null : known.details().rateLimits(),
                call,
                now);
        if (known != null) {
            pauseFor(known, now);
        }
    }

    /** What a call took: what was counted, or nothing if it was turned away, or else what was guessed. */
    private static long real(AdmittedCall call, Usage usage, @Nullable ProviderException failure) {
        if (usage.inputTokens() != null) {
            long out = usage.outputTokens() != null ? usage.outputTokens() : 0;
            return usage.inputTokens() + out;
        }
        boolean turnedAway = failure instanceof ConnectionException || (failure != null && failure.status() >= 400);
        return turnedAway ? 0 : call.estimate().total();
    }

    private void hear(@Nullable RateLimits said, AdmittedCall call, long now) {
        if (said == null) {
            return;
        }
        AdmittedCall.Receipt then = call.receipt();
        long tokensSince = sentTokens - then.tokens();
        long inputSince = sentInput - then.input();
        learnedRequests.heard(said.requests(), sentRequests - then.requests(), now);
        learnedTokens.heard(said.tokens(), tokensSince, now);
        learnedInput.heard(said.inputTokens(), inputSince, now);
        learnedOutput.heard(said.outputTokens(), tokensSince - inputSince, now);
    }

    /** Without a word of how long, a first pause of a second, which doubles while the provider keeps saying so. */
    private void pauseFor(ProviderException failure, long now) {
        boolean limited = failure instanceof RateLimitException;
        Duration asked = failure.retryAfter();
        if (!limited && !(failure instanceof OverloadedException && asked != null)) {
            return;
        }
        rateLimited += limited ? 1 : 0;
        long nanos = asked != null ? nanos(asked) : FIRST_PAUSE_NANOS << Math.min(limitedInARow, MOST_DOUBLINGS);
        limitedInARow++;
        pausedUntilNanos = Math.max(pausedUntilNanos, now + nanos);
    }

    long requestsUsed(long now) {
        return requests == null ? 0 : requests.used(now);
    }

    long tokensUsed(long now) {
        return tokens == null ? 0 : tokens.used(now);
    }
}
