package io.agenticraft.agent;

import io.agenticraft.policy.Causes;
import io.agenticraft.provider.StreamControl;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Between a run, which pushes its events, and a subscriber, which pulls them. All signals come from {@link #drain},
 * which runs on the executor and never twice at once.
 */
final class RunSubscription implements Flow.Subscription, RunSink, Runnable {
    /** More can only be buffered if a provider ignores that its stream is held. */
    static final int MAX_BUFFERED = 65_536;

    private static final Logger LOG = LoggerFactory.getLogger(RunSubscription.class);

    private final Function<RunSink, CompletableFuture<RunResult>> starter;
    private final Executor executor;
    private final Flow.Subscriber<? super RunEvent> subscriber;

    private final Queue<RunEvent> buffer = new ConcurrentLinkedQueue<>();
    private final Valve valve = new Valve();
    private final AtomicBoolean begun = new AtomicBoolean();
    /** How many changes {@link #drain} has not looked at; the first belongs to {@link #open}. */
    private final AtomicInteger changes = new AtomicInteger(1);

    private volatile @Nullable CompletableFuture<RunResult> run;
    private volatile boolean closed;
    private volatile boolean ended;
    private volatile @Nullable Throwable failure;
    private volatile @Nullable Throwable misuse;

    RunSubscription(
            Function<RunSink, CompletableFuture<RunResult>> starter,
            Executor executor,
            Flow.Subscriber<? super RunEvent> subscriber) {
        this.starter = starter;
        this.executor = executor;
        this.subscriber = Objects.requireNonNull(subscriber, "subscriber");
    }

    /** Introduces itself to the subscriber; other signals wait for its return. */
    void open() {
        try {
            subscriber.onSubscribe(this);
        } catch (Throwable e) {
            dismiss(e);
        }
        if (changes.decrementAndGet() != 0) {
            Threads.handOver(executor, this);
        }
    }

    /** The first demand begins the run, on the thread that makes it, so that its context is the run's. */
    @Override
    public void request(long n) {
        if (n <= 0) {
            misuse = new IllegalArgumentException("A subscriber requests at least 1, not " + n);
            abort();
        } else {
            valve.request(n);
            if (!closed && misuse == null && begun.compareAndSet(false, true)) {
                begin();
            }
        }
        changed();
    }

    private void begin() {
        try {
            CompletableFuture<RunResult> started = starter.apply(this);
            run = started;
            Waiting.whenEnded(started, (result, thrown) -> end(thrown));
        } catch (Throwable e) {
            end(e);
        }
        if (closed || misuse != null) {
            abort();
        }
    }

    private void end(@Nullable Throwable thrown) {
        failure = Causes.ofNullable(thrown);
        ended = true;
        changed();
    }

    @Override
    public void cancel() {
        closed = true;
        abort();
        changed();
    }

    private void abort() {
        CompletableFuture<RunResult> running = run;
        if (running != null) {
            running.cancel(true);
        }
    }

    @Override
    public void onOpen(StreamControl control) {
        valve.open(control);
    }

    @Override
    public void onEvent(RunEvent event) {
        if (valve.arrived() > MAX_BUFFERED) {
            throw new IllegalStateException("The provider goes on sending although its stream is held; " + MAX_BUFFERED
                    + " events wait for the subscriber");
        }
        buffer.add(event);
        changed();
    }

    private void changed() {
        if (changes.getAndIncrement() == 0) {
            Threads.handOver(executor, this);
        }
    }

    @Override
    public void run() {
        int seen = changes.get();
        do {
            drain();
            seen = changes.addAndGet(-seen);
        } while (seen != 0);
    }

    private void drain() {
        boolean complete = ended; // read first: what was buffered before the end is then seen below
        try {
            while (!closed && misuse == null && !buffer.isEmpty() && valve.take()) {
                subscriber.onNext(Objects.requireNonNull(buffer.poll()));
            }
            if (closed) {
                buffer.clear();
            } else if (misuse != null) {
                closed = true;
                subscriber.onError(misuse);
            } else if (complete && buffer.isEmpty()) {
                closed = true;
                finish();
            }
        } catch (Throwable e) {
            dismiss(e);
        }
    }

    private void finish() {
        if (failure != null) {
            subscriber.onError(failure);
        } else {
            subscriber.onComplete();
        }
    }

    /** A subscriber that throws gets nothing more. */
    private void dismiss(Throwable thrown) {
        LOG.warn("A subscriber of a run failed; the run is cancelled", thrown);
        closed = true;
        abort();
        buffer.clear();
    }
}
