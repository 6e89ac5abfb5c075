package io.agenticraft.admission;

import io.agenticraft.estimate.TokenEstimate;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.policy.CallEvent;
import io.agenticraft.policy.CallScope;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One model at one provider: its limits, and who waits for them. */
final class Target {
    private static final String POLICY = "admission";

    private final String label;
    private final AdmissionSettings settings;
    private final Ledger ledger;
    private final FairQueue queue = new FairQueue();
    /** Calls of {@link #drain} that it has not looked at: a call that answers at once must not drain within a drain. */
    private final AtomicInteger drains = new AtomicInteger();

    private @Nullable Runnable timer;
    private long timerNanos;
    private long admitted;
    private long delayed;
    private long refused;
    private long waitedNanos;
    private int inFlight;

    Target(String label, Limits limits, AdmissionSettings settings) {
        this.label = label;
        this.settings = settings;
        this.ledger = new Ledger(limits, settings.now());
    }

    CompletableFuture<ModelResponse> call(
            CallScope scope, ModelRequest request, Supplier<CompletableFuture<ModelResponse>> send) {
        AdmittedCall call;
        AdmissionException refusal = null;
        boolean atOnce;
        long wait;
        synchronized (this) {
            long now = settings.now();
            Correction learned = ledger.correction();
            TokenEstimate guess = TokenEstimate.of(request, learned.output());
            call = new AdmittedCall(this, scope, guess, guess.corrected(learned.input()), send, now);
            int ahead = queue.ahead(call.tenant());
            wait = ledger.waitFor(call.estimate(), ahead, queue.tokensAhead(ahead), now);
            atOnce = wait == 0 && queue.size() == 0;
            if (atOnce) {
                admit(call, now);
            } else {
                refusal = refusal(scope, wait);
                if (refusal == null) {
                    queue.add(call);
                    setTimer(now);
                } else {
                    refused++;
                }
            }
        }
        if (refusal != null) {
            scope.tell(new CallEvent.Refused(POLICY, label, String.valueOf(refusal.getMessage())));
            return CompletableFuture.failedFuture(refusal);
        }
        if (atOnce) {
            call.launch();
        } else {
            scope.tell(new CallEvent.Delayed(POLICY, label, Duration.ofNanos(wait)));
        }
        return call;
    }

    private @Nullable AdmissionException refusal(CallScope scope, long wait) {
        Duration needed = Duration.ofNanos(wait);
        if (queue.size() >= settings.maxWaiting()) {
            return new AdmissionException(
                    label,
                    AdmissionException.Reason.QUEUE_FULL,
                    needed,
                    queue.size() + " calls wait for the rate limits of " + label
                            + " already; send less, or allow more with maxWaiting");
        }
        return tooLong(scope, needed, settings.maxWait());
    }

    /** Null if a call may wait so long. */
    private @Nullable AdmissionException tooLong(CallScope scope, Duration needed, Duration most) {
        Duration allowed = most.compareTo(scope.remaining()) < 0 ? most : scope.remaining();
        return needed.compareTo(allowed) <= 0
                ? null
                : new AdmissionException(
                        label,
                        AdmissionException.Reason.WAIT_TOO_LONG,
                        needed,
                        "A call of " + label + " would wait " + needed.toMillis()
                                + " ms for its rate limits, and may wait " + Math.max(0, allowed.toMillis()) + " ms");
    }

    private void admit(AdmittedCall call, long now) {
        call.admitted(ledger.take(call.estimate(), now));
        admitted++;
        inFlight++;
    }

    /** Sends whatever may be sent now, and refuses what cannot wait any longer. */
    private void drain() {
        if (drains.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            AdmittedCall next = next();
            while (next != null) {
                next.launch();
                next = next();
            }
            seen = drains.addAndGet(-seen);
        } while (seen != 0);
    }

    private synchronized @Nullable AdmittedCall next() {
        long now = settings.now();
        AdmittedCall first = queue.peek();
        if (first == null || ledger.waitFor(first.estimate(), 0, 0, now) > 0) {
            AdmissionException refusal = first == null ? null : pausedTooLong(first, now);
            if (first == null || refusal == null) {
                setTimer(now);
                return null;
            }
            queue.removeFirst();
            refused++;
            first.refuse(refusal);
            return first;
        }
        queue.removeFirst();
        admit(first, now);
        delayed++;
        waitedNanos += now - first.askedNanos();
        return first;
    }

    /** A pause that the provider asked for while the call was waiting may be longer than the call can wait. */
    private @Nullable AdmissionException pausedTooLong(AdmittedCall call, long now) {
        Duration waited = Duration.ofNanos(now - call.askedNanos());
        Duration pause = Duration.ofNanos(ledger.pause(now));
        return tooLong(call.scope(), pause, settings.maxWait().minus(waited));
    }

    /** One timer, for the first that waits. */
    private void setTimer(long now) {
        AdmittedCall first = queue.peek();
        if (first == null) {
            return;
        }
        long wait = Math.max(1, ledger.waitFor(first.estimate(), 0, 0, now));
        if (timer != null && timerNanos - (now + wait) <= 0) {
            return; // it looks again when it fires
        }
        if (timer != null) {
            timer.run();
        }
        timerNanos = now + wait;
        timer = settings.scheduler().schedule(this::timeIsCome, Duration.ofNanos(wait));
    }

    private void timeIsCome() {
        synchronized (this) {
            timer = null;
        }
        drain();
    }

    void ended(AdmittedCall call, @Nullable ModelResponse response, @Nullable Throwable failure) {
        boolean othersWait;
        synchronized (this) {
            inFlight--;
            ledger.settle(call, response, failure, settings.now());
            othersWait = queue.size() > 0;
        }
        if (othersWait) {
            drain();
        }
    }

    void neverSent(AdmittedCall call) {
        synchronized (this) {
            inFlight--;
            admitted--;
            ledger.giveBack(call, settings.now());
        }
        drain();
    }

    /** A cancelled call waits no more. */
    void leave(AdmittedCall call) {
        boolean waited;
        synchronized (this) {
            waited = queue.remove(call);
        }
        if (waited) {
            drain(); // the next may be smaller
        }
    }

    synchronized boolean isIdle() {
        long now = settings.now();
        return inFlight == 0
                && queue.size() == 0
                && ledger.pause(now) == 0
                && ledger.requestsUsed(now) == 0
                && ledger.tokensUsed(now) == 0;
    }

    synchronized AdmissionStats stats() {
        long now = settings.now();
        return new AdmissionStats(
                label,
                admitted,
                delayed,
                refused,
                ledger.rateLimited,
                queue.size(),
                inFlight,
                ledger.requestsUsed(now),
                ledger.tokensUsed(now),
                Duration.ofNanos(waitedNanos),
                Duration.ofNanos(ledger.pause(now)),
                ledger.correction().input());
    }
}
