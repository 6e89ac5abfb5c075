package io.agenticraft.warmup;

import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.policy.Causes;
import io.agenticraft.provider.ErrorDetails;
import io.agenticraft.provider.ProbeResult;
import io.agenticraft.provider.Probing;
import io.agenticraft.provider.ProviderTimeoutException;
import io.agenticraft.registry.Binding;
import io.agenticraft.registry.ProviderRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One target's way up the ladder. Its report always comes: after the last rung, the first failure, or the timeout. */
final class Climb {
    private static final String NOT_KEPT =
            "no connection is kept for the first call: the pool may keep none, or the server closes them"
                    + " (PoolSettings.keepAliveConnections)";
    private static final String EVICTED =
            "its instance had to go for another target's: keep as many as there are targets"
                    + " (ProviderRegistry.builder().maxInstances)";

    private final ProviderRegistry registry;
    private final String target;
    private final @Nullable List<Message> prompt;
    private final Duration timeout;
    private final long begun = System.nanoTime();
    private final CompletableFuture<TargetReport> report = new CompletableFuture<>();
    private final CompletableFuture<Void> alarm = new CompletableFuture<>();
    private final Map<Rung, Duration> times = new EnumMap<>(Rung.class);

    private boolean ended;
    private boolean isStopped;
    private Rung reached = Rung.NONE;
    private volatile @Nullable Binding binding;
    private @Nullable CompletableFuture<?> underWay;

    Climb(ProviderRegistry registry, String target, @Nullable List<Message> prompt, Duration timeout) {
        this.registry = registry;
        this.target = target;
        this.prompt = prompt;
        this.timeout = timeout;
    }

    CompletableFuture<TargetReport> report() {
        return report;
    }

    void begin() {
        var unused = alarm.orTimeout(TimeUnit.NANOSECONDS.convert(timeout), TimeUnit.NANOSECONDS)
                .whenComplete((nothing, late) -> {
                    if (late != null) {
                        end(tooLate());
                    }
                });
        // Not here: reading settings may take its time, for one target after the other.
        step(
                Rung.RESOLVED,
                () -> CompletableFuture.supplyAsync(
                        () -> registry.resolve(target).pinned(), Climb::onThreadOfItsOwn));
    }

    /** Ends it, if it has not ended, and whatever is under way. */
    void stop() {
        CompletableFuture<?> stopped;
        synchronized (this) {
            isStopped = true;
            stopped = underWay;
        }
        end(new CancellationException("Warming " + target + " was cancelled"));
        if (stopped != null) {
            stopped.cancel(true);
        }
    }

    private void step(Rung rung, Supplier<CompletableFuture<?>> work) {
        long start = System.nanoTime();
        CompletableFuture<?> step;
        try {
            step = work.get();
        } catch (RuntimeException e) {
            step = CompletableFuture.failedFuture(e);
        }
        if (hold(step)) {
            var unused = step.whenComplete(
                    (result, failure) -> stepped(rung, Duration.ofNanos(System.nanoTime() - start), result, failure));
        }
    }

    /** What the end must stop; false if it has come already. */
    private synchronized boolean hold(CompletableFuture<?> step) {
        underWay = step;
        if (ended) {
            step.cancel(true);
        }
        return !ended;
    }

    private void stepped(Rung rung, Duration took, @Nullable Object result, @Nullable Throwable failure) {
        Throwable cause = Causes.ofNullable(failure);
        boolean skipped = cause instanceof UnsupportedOperationException;
        synchronized (this) {
            if (ended) {
                return;
            }
            if (!skipped) {
                times.put(rung, took);
                reached = failure == null ? rung : reached;
            }
            if (result instanceof Binding resolved) {
                binding = resolved;
            }
        }
        if (cause == null || skipped) {
            climb(rung);
        } else {
            end(cause);
        }
    }

    private void climb(Rung from) {
        Binding at = Objects.requireNonNull(binding);
        switch (from) {
            case RESOLVED -> step(Rung.CONNECTED, () -> probing(at).connect());
            case CONNECTED -> step(Rung.VERIFIED, () -> probing(at).probe(at.model()));
            case VERIFIED -> prefill(at);
            case NONE, PREFILLED -> end(null);
        }
    }

    private static Probing probing(Binding at) {
        if (at.provider() instanceof Probing probing) {
            return probing;
        }
        throw new UnsupportedOperationException(at.provider().name() + " cannot be probed");
    }

    private void prefill(Binding at) {
        List<Message> messages = prompt;
        if (messages == null) {
            end(null);
            return;
        }
        ModelRequest request = ModelRequest.builder(at.model())
                .messages(messages)
                .options(GenerationOptions.builder().maxTokens(1).build())
                .build();
        step(Rung.PREFILLED, () -> at.provider().complete(request));
    }

    /**
     * The report with what will keep the target from staying warm; to be asked when all targets are through and no other
     * asks for a connection to the same address. A server may have closed the one that was used, so one is opened again; if
     * that is not there either when it is looked for, none is kept.
     */
    CompletableFuture<TargetReport> settled() {
        TargetReport told = report.join();
        Binding at = binding;
        if (told.error() != null || at == null) {
            return CompletableFuture.completedFuture(told);
        }
        if (!registry.keeps(at)) {
            return CompletableFuture.completedFuture(told.cold(EVICTED));
        }
        if (told.reached().compareTo(Rung.CONNECTED) < 0 || !(at.provider() instanceof Probing probing)) {
            return CompletableFuture.completedFuture(told);
        }
        return look(probing)
                .thenCompose(absent -> absent ? look(probing) : CompletableFuture.completedFuture(false))
                .completeOnTimeout(true, TimeUnit.NANOSECONDS.convert(timeout), TimeUnit.NANOSECONDS)
                .thenApply(absent -> absent ? told.cold(NOT_KEPT) : told);
    }

    /** Where its connections go; those that go to the same place must not look for them at the same time. */
    Object place() {
        Binding at = binding;
        URI endpoint = at == null ? null : at.provider().endpoint();
        return endpoint == null ? this : endpoint;
    }

    /** Whether there was no connection, for which one was opened if that could be. */
    private CompletableFuture<Boolean> look(Probing probing) {
        CompletableFuture<ProbeResult> connecting = probing.connect();
        boolean unwanted;
        synchronized (this) {
            underWay = connecting;
            unwanted = isStopped;
        }
        if (unwanted) {
            connecting.cancel(true);
        }
        return connecting.handle((result, failure) -> failure != null || result.opened());
    }

    private void end(@Nullable Throwable error) {
        CompletableFuture<?> stopped;
        TargetReport told;
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            stopped = underWay;
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            told = new TargetReport(target, reached, times, took, error, null);
        }
        alarm.complete(null);
        if (stopped != null) {
            stopped.cancel(true);
        }
        report.complete(told);
    }

    private synchronized ProviderTimeoutException tooLate() {
        Binding at = binding;
        String name = at == null ? target : at.provider().name();
        String message = target + " was not warm within " + timeout.toMillis() + " ms; it got as far as " + reached;
        return new ProviderTimeoutException(
                new ErrorDetails(name, message, 0, null, null, null, null, true, null), null);
    }

    /** Settings may come from a vault that is slow, and on few cores the common pool has a single thread for all targets. */
    private static void onThreadOfItsOwn(Runnable reading) {
        Thread thread = new Thread(reading, "agenticraft-warm-up");
        thread.setDaemon(true);
        thread.start();
    }
}
