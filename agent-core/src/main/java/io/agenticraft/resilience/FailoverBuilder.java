package io.agenticraft.resilience;

import io.agenticraft.policy.Scheduler;
import io.agenticraft.registry.Binding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Collects a {@link Failover}. Nothing is needed: without fallbacks it retries at the primary target. */
public final class FailoverBuilder {
    /** {@value} attempts per call, all targets together. */
    public static final int DEFAULT_ATTEMPTS_PER_CALL = 6;

    /** {@value} attempts per run besides the first one of each call. */
    public static final int DEFAULT_EXTRA_ATTEMPTS_PER_RUN = 10;

    /** {@value} retries per target and call. */
    public static final int DEFAULT_RETRIES_PER_TARGET = 2;

    private final List<Fallback> fallbacks = new ArrayList<>();
    private Constraint constraint = Constraint.none();
    private boolean movesWithinRun;
    private int attemptsPerCall = DEFAULT_ATTEMPTS_PER_CALL;
    private int extraAttemptsPerRun = DEFAULT_EXTRA_ATTEMPTS_PER_RUN;
    private int retriesPerTarget = DEFAULT_RETRIES_PER_TARGET;
    private Duration backoffBase = Duration.ofMillis(500);
    private Duration backoffMax = Duration.ofSeconds(8);
    private Duration retryAfterLimit = Duration.ofSeconds(30);
    private @Nullable Duration firstTokenTimeout;
    private @Nullable Duration answerTimeout;
    private @Nullable Duration callTimeout;
    private @Nullable Hedging hedging;
    private CircuitBreaking breaking = CircuitBreaking.defaults();
    private Scheduler scheduler = Scheduler.system();
    private LongSupplier nanoClock = System::nanoTime;
    private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();

    FailoverBuilder() {}

    /** Adds a target to ask after the primary one and those added before. */
    public FailoverBuilder fallback(Binding target) {
        return fallback(target, Constraint.none());
    }

    /** Adds a target to ask after the primary one and those added before, if the request meets its constraint. */
    public FailoverBuilder fallback(Binding target, Constraint mayServe) {
        fallbacks.add(new Fallback(Objects.requireNonNull(target, "target"), Objects.requireNonNull(mayServe)));
        return this;
    }

    /** What every fallback must meet, besides its own constraint; by default nothing. The primary target is the caller's. */
    public FailoverBuilder constraint(Constraint value) {
        constraint = Objects.requireNonNull(value, "constraint");
        return this;
    }

    /**
     * Whether a run that a target has answered may move on when that target fails in a later turn; it then stays with the
     * target that answers. The primary target is asked first, then the fallbacks. By default a run stays with the target that
     * answered its first turn, and fails with it.
     */
    public FailoverBuilder movingWithinRun(boolean value) {
        movesWithinRun = value;
        return this;
    }

    /** How many attempts a call may take, hedges included; by default {@value #DEFAULT_ATTEMPTS_PER_CALL}. */
    public FailoverBuilder attemptsPerCall(int value) {
        attemptsPerCall = Require.atLeast(1, "attemptsPerCall", value);
        return this;
    }

    /**
     * How many retries, fallbacks and hedges all calls of a run may take together; by default
     * {@value #DEFAULT_EXTRA_ATTEMPTS_PER_RUN}. First attempts are not counted: the agent bounds its turns itself.
     */
    public FailoverBuilder extraAttemptsPerRun(int value) {
        extraAttemptsPerRun = Require.atLeast(0, "extraAttemptsPerRun", value);
        return this;
    }

    /** How often a call asks the same target again; by default {@value #DEFAULT_RETRIES_PER_TARGET} times. */
    public FailoverBuilder retriesPerTarget(int value) {
        retriesPerTarget = Require.atLeast(0, "retriesPerTarget", value);
        return this;
    }

    /** A retry waits up to {@code base}, the next up to twice that, at most up to {@code max}; by default 0.5 s and 8 s. */
    public FailoverBuilder backoff(Duration base, Duration max) {
        backoffBase = Require.notNegative("base", base);
        backoffMax = Require.notNegative("max", max);
        return this;
    }

    /**
     * The longest wait that a provider may ask for; by default 30 s. If it asks for more the next target is asked, or the
     * call fails.
     */
    public FailoverBuilder retryAfterLimit(Duration value) {
        retryAfterLimit = Require.notNegative("retryAfterLimit", value);
        return this;
    }

    /** How long an attempt to stream may take until its first event; by default as long as its provider allows. */
    public FailoverBuilder firstTokenTimeout(Duration value) {
        firstTokenTimeout = Require.positive("firstTokenTimeout", value);
        return this;
    }

    /** How long an attempt at a whole answer may take; by default as long as its provider allows. */
    public FailoverBuilder answerTimeout(Duration value) {
        answerTimeout = Require.positive("answerTimeout", value);
        return this;
    }

    /** How long a call may take with all its attempts; by default as long as its run. */
    public FailoverBuilder callTimeout(Duration value) {
        callTimeout = Require.positive("callTimeout", value);
        return this;
    }

    /** Makes second calls where the first is slow; by default none. */
    public FailoverBuilder hedging(Hedging value) {
        hedging = Objects.requireNonNull(value, "hedging");
        return this;
    }

    /** When targets are passed over; by default {@link CircuitBreaking#defaults()}. */
    public FailoverBuilder circuitBreaking(CircuitBreaking value) {
        breaking = Objects.requireNonNull(value, "circuitBreaking");
        return this;
    }

    FailoverBuilder scheduler(Scheduler value) {
        scheduler = value;
        return this;
    }

    FailoverBuilder nanoClock(LongSupplier value) {
        nanoClock = value;
        return this;
    }

    FailoverBuilder random(DoubleSupplier value) {
        random = value;
        return this;
    }

    /** Makes it; its circuit breakers and measurements begin here, and are shared by all that use it. */
    public Failover build() {
        List<Fallback> all = new ArrayList<>(fallbacks.size());
        for (Fallback one : fallbacks) {
            all.add(new Fallback(one.binding(), constraint.and(one.constraint())));
        }
        return new Failover(new Settings(
                List.copyOf(all),
                movesWithinRun,
                attemptsPerCall,
                extraAttemptsPerRun,
                retriesPerTarget,
                new Backoff(backoffBase, backoffMax, retryAfterLimit),
                firstTokenTimeout,
                answerTimeout,
                callTimeout,
                hedging,
                breaking,
                scheduler,
                nanoClock,
                random));
    }
}
