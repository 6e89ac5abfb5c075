package io.agenticraft.selection;

import io.agenticraft.model.Usage;

/** What a model's calls have lately been like. What is old is forgotten by halves, so that a bad model is tried again. */
final class LiveModel {
    private static final double MILLIS_PER_NANO = 1e-6;
    private static final double NANOS_PER_SECOND = 1e9;
    /** Of a model that was never called nobody knows a quantile; this is what APIs of models tend to. */
    private static final double P95_PER_LATENCY = 2;

    private static final int ENOUGH_FOR_P95 = 20;
    private static final double TOO_OLD_FOR_P95 = 0.25;
    /** What is forgotten, or was never known, changes no more until a call teaches something. */
    private static final long FOR_EVER = Long.MAX_VALUE / 2;

    private final ModelProfile profile;
    private final Fading fading;
    private final Average latency = new Average();
    private final Average firstToken = new Average();
    private final Average tokensPerSecond = new Average();
    private final Average errors = new Average();
    private final Average cacheShare = new Average();
    private final RecentValues latencies = new RecentValues();
    private long last;
    private volatile Estimate estimate;

    LiveModel(ModelProfile profile, Fading fading, long now) {
        this.profile = profile;
        this.fading = fading;
        last = now;
        estimate = estimate(now, 0);
    }

    synchronized void succeeded(long now, long nanos, long firstNanos, Usage usage) {
        double fresh = forget(now);
        double millis = Math.max(0, nanos) * MILLIS_PER_NANO;
        latency.add(millis, fresh);
        latencies.add(millis);
        errors.add(0, fresh);
        if (firstNanos >= 0) {
            firstToken.add(firstNanos * MILLIS_PER_NANO, fresh);
        }
        Long output = usage.outputTokens();
        if (output != null && output > 0 && nanos > 0) {
            tokensPerSecond.add(output * NANOS_PER_SECOND / nanos, fresh);
        }
        Long input = usage.inputTokens();
        Long read = usage.cacheReadTokens();
        if (input != null && input > 0) {
            cacheShare.add(read == null ? 0 : Math.max(0, Math.min(1, (double) read / input)), fresh);
        }
        estimate = estimate(now, 1);
    }

    synchronized void failed(long now) {
        errors.add(1, forget(now));
        estimate = estimate(now, 1);
    }

    private double forget(long now) {
        double fresh = fading.left(now - last);
        if (fresh < TOO_OLD_FOR_P95) {
            latencies.clear();
        }
        last = now;
        return fresh;
    }

    /** What to expect now. */
    Estimate at(long now) {
        Estimate known = estimate;
        return now - known.until() < 0 ? known : refresh(now);
    }

    private synchronized Estimate refresh(long now) {
        estimate = estimate(now, fading.left(now - last));
        return estimate;
    }

    private Estimate estimate(long now, double fresh) {
        double typical = latency.or(profile.latencyMillis(), fresh);
        double p95 = typical * P95_PER_LATENCY;
        if (latencies.count() >= ENOUGH_FOR_P95) {
            p95 += fresh * (latencies.p95() - p95);
        }
        return Estimate.of(
                now + (fresh == 0 ? FOR_EVER : fading.step()),
                typical,
                p95,
                firstToken.or(profile.firstTokenMillis(), fresh),
                tokensPerSecond.or(profile.tokensPerSecond(), fresh),
                errors.or(0, fresh),
                cacheShare.or(0, fresh));
    }
}
