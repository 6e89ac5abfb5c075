package io.agenticraft.resilience;

import io.agenticraft.policy.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A failover's settings; {@link FailoverBuilder} says what they mean. */
record Settings(
        List<Fallback> fallbacks,
        boolean movesWithinRun,
        int attemptsPerCall,
        int extraAttemptsPerRun,
        int retriesPerTarget,
        Backoff backoff,
        @Nullable Duration firstTokenTimeout,
        @Nullable Duration answerTimeout,
        @Nullable Duration callTimeout,
        @Nullable Hedging hedging,
        CircuitBreaking breaking,
        Scheduler scheduler,
        LongSupplier nanoClock,
        DoubleSupplier random) {}
