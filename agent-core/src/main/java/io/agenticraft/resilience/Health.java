package io.agenticraft.resilience;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowSynchronizationStrategy;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What is known of one model at one target, by all calls that go there. */
final class Health {
    private final CircuitBreaker breaker;
    private final @Nullable RecentTimes firstTokens;
    private final @Nullable RecentTimes answers;

    private Health(CircuitBreaker breaker, @Nullable RecentTimes firstTokens, @Nullable RecentTimes answers) {
        this.breaker = breaker;
        this.firstTokens = firstTokens;
        this.answers = answers;
    }

    static Health of(CircuitBreaking breaking, @Nullable Hedging hedging, LongSupplier nanoClock) {
        CircuitBreaker breaker = CircuitBreaker.of("target", config(breaking, nanoClock));
        return hedging == null
                ? new Health(breaker, null, null)
                : new Health(
                        breaker,
                        new RecentTimes(hedging.quantile(), hedging.minimumSamples()),
                        new RecentTimes(hedging.quantile(), hedging.minimumSamples()));
    }

    private static CircuitBreakerConfig config(CircuitBreaking breaking, LongSupplier nanoClock) {
        return CircuitBreakerConfig.custom()
                .slidingWindow(
                        breaking.window(),
                        breaking.minimumCalls(),
                        SlidingWindowType.COUNT_BASED,
                        SlidingWindowSynchronizationStrategy.LOCK_FREE)
                .failureRateThreshold((float) (100 * breaking.failureRate()))
                .waitDurationInOpenState(breaking.pause())
                .permittedNumberOfCallsInHalfOpenState(breaking.probes())
                .clock(new NanoClock(nanoClock))
                .build();
    }

    /** Whether a call may be made; if so it must be settled by one of the methods below. */
    boolean admits() {
        return breaker.tryAcquirePermission();
    }

    void succeeded() {
        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    }

    void failed(Throwable failure, boolean admitted) {
        if (Remedy.blamesTarget(failure)) {
            breaker.onError(0, TimeUnit.NANOSECONDS, failure);
        } else {
            abandoned(admitted);
        }
    }

    /** A call ended without telling anything about the target. */
    void abandoned(boolean admitted) {
        if (admitted) {
            breaker.releasePermission();
        }
    }

    boolean isOpen() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    /** A stream's first piece, or a whole answer, took so long, or longer. */
    void took(long nanos, boolean stream) {
        RecentTimes times = stream ? firstTokens : answers;
        if (times != null) {
            times.record(nanos);
        }
    }

    /** After how many nanoseconds a call is slow; negative if that is not known. */
    long slowAfter(boolean stream) {
        RecentTimes times = stream ? firstTokens : answers;
        return times == null ? -1 : times.quantile();
    }
}
