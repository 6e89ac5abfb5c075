package io.agenticraft.resilience;

import io.agenticraft.model.ModelResponse;
import io.agenticraft.policy.Attempt;
import io.agenticraft.policy.Causes;
import io.agenticraft.provider.ProviderTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One attempt of a call, from its sending to its one end: an answer, a failure, its time is up, or it is given up. */
final class Leg implements BiConsumer<@Nullable ModelResponse, @Nullable Throwable> {
    private final RoutedCall call;
    private final Target target;
    private final Attempt attempt;
    private final boolean admitted;
    private final int retry;
    private final long startNanos;
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
    private @Nullable Relay relay;
    private volatile @Nullable CompletableFuture<ModelResponse> future;
    private volatile @Nullable Runnable timer;

    /** How far it has come. */
    private enum Stage {
        /** Nothing has come yet. */
        WAITING,
        /** Something has: its first timeout can no longer end it. */
        BEGUN,
        OVER
    }

    /** @param retry how often the call has asked this target before */
    Leg(RoutedCall call, Course.Stop stop, Attempt attempt, int retry) {
        this.call = call;
        this.target = stop.target();
        this.admitted = stop.admitted();
        this.attempt = attempt;
        this.retry = retry;
        startNanos = call.nanoTime();
    }

    Target target() {
        return target;
    }

    Attempt attempt() {
        return attempt;
    }

    int retry() {
        return retry;
    }

    Duration age() {
        return Duration.ofNanos(call.nanoTime() - startNanos);
    }

    boolean isOver() {
        return stage.get() == Stage.OVER;
    }

    void start() {
        if (isOver()) {
            return;
        }
        try {
            CompletableFuture<ModelResponse> sent = send();
            future = sent;
            if (isOver()) {
                sent.cancel(true);
            } else if (!sent.isDone()) {
                setTimer(
                        call.isStream()
                                ? call.settings().firstTokenTimeout()
                                : call.settings().answerTimeout());
            }
            var unused = sent.whenComplete(this);
        } catch (Throwable e) {
            fail(e);
        }
    }

    private CompletableFuture<ModelResponse> send() {
        if (!call.isStream()) {
            return call.run().bound(target, attempt).complete(target.compile(call.request()));
        }
        Relay pieces = new Relay(call, this);
        relay = pieces;
        return call.run().bound(target, attempt).stream(target.compile(call.request()), pieces);
    }

    private void setTimer(@Nullable Duration limit) {
        if (limit != null) {
            timer = call.settings().scheduler().schedule(() -> late(limit), limit);
            if (stage.get() != Stage.WAITING) {
                callOffTimer();
            }
        }
    }

    private void late(Duration limit) {
        if (stage.compareAndSet(Stage.WAITING, Stage.OVER)) {
            ProviderTimeoutException failure = Expired.attempt(target, call.isStream(), limit);
            CompletableFuture<ModelResponse> sent = future;
            if (sent != null) {
                sent.completeExceptionally(failure); // so that whoever measures it does not take it for given up
            }
            cancelFuture();
            failed(failure);
        }
    }

    /** Something has come from the target. False if it came too late. */
    boolean begun() {
        boolean begins = stage.compareAndSet(Stage.WAITING, Stage.BEGUN);
        if (begins) {
            callOffTimer();
        }
        return begins || stage.get() == Stage.BEGUN;
    }

    /** The target's first content. */
    void firstContent() {
        target.health().took(call.nanoTime() - startNanos, true);
    }

    @Override
    public void accept(@Nullable ModelResponse response, @Nullable Throwable failure) {
        if (failure != null) {
            fail(Causes.of(failure));
        } else if (response == null) {
            fail(new NullPointerException(target.label() + " answered null"));
        } else if (end()) {
            target.health().succeeded();
            if (!call.isStream()) {
                target.health().took(call.nanoTime() - startNanos, false);
            }
            call.answered(this, relay, response);
        }
    }

    private void fail(Throwable failure) {
        if (end()) {
            failed(failure);
        }
    }

    private void failed(Throwable failure) {
        target.health().failed(failure, admitted);
        call.failed(this, failure);
    }

    /** The other of two calls was faster: this one took at least as long as until now. */
    void lose() {
        if (giveUp()) {
            target.health().took(call.nanoTime() - startNanos, call.isStream());
        }
    }

    /** Nobody wants its answer any more. */
    boolean giveUp() {
        if (!end()) {
            return false;
        }
        target.health().abandoned(admitted);
        cancelFuture();
        return true;
    }

    private boolean end() {
        if (stage.getAndSet(Stage.OVER) == Stage.OVER) {
            return false;
        }
        callOffTimer();
        return true;
    }

    private void cancelFuture() {
        CompletableFuture<ModelResponse> sent = future;
        if (sent != null) {
            sent.cancel(true);
        }
    }

    private void callOffTimer() {
        Runnable pending = timer;
        if (pending != null) {
            pending.run();
        }
    }
}
