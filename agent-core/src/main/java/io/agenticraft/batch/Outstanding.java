package io.agenticraft.batch;

import io.agenticraft.agent.RunResult;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The items that were read and not yet handed over, and what may happen next. Its lock is held for moments only. */
final class Outstanding {
    private final BatchSettings settings;
    private final @Nullable Long total;
    private final long startNanos;
    private final Concurrency concurrency;

    /** In the order of the source; its length is the window. */
    private final Deque<Item> window = new ArrayDeque<>();

    /** What waits for a slot only; the eldest first, for the others' results wait behind it. */
    private final Queue<Item> ready = new PriorityQueue<>(Comparator.comparingLong((Item item) -> item.index));

    private int inFlight;
    private long done;
    private long failed;
    private long retried;
    private long demand;
    private long pausedUntilNanos;
    private boolean exhausted;
    private @Nullable Throwable sourceFailure;
    private boolean stopped;

    Outstanding(BatchSettings settings, @Nullable Long total, long demand) {
        this.settings = settings;
        this.total = total;
        this.demand = demand;
        startNanos = settings.nanoClock().getAsLong();
        pausedUntilNanos = startNanos;
        concurrency = new Concurrency(settings.concurrency());
    }

    /** Whether another item is to be read: it would be sent at once. */
    synchronized boolean mayRead() {
        return maySend() && ready.isEmpty() && !exhausted && window.size() < settings.window();
    }

    private boolean maySend() {
        return !stopped && inFlight < concurrency.now() && !isPaused();
    }

    private boolean isPaused() {
        return pausedUntilNanos - settings.nanoClock().getAsLong() > 0;
    }

    synchronized void exhausted(@Nullable Throwable failure) {
        exhausted = true;
        sourceFailure = failure;
    }

    /** Takes an item that was just read, which may have taken long. Returns whether it is to be sent at once. */
    synchronized boolean add(Item item) {
        if (stopped) {
            return false;
        }
        window.add(item);
        if (!maySend()) {
            ready.add(item);
            return false;
        }
        begin(item);
        return true;
    }

    synchronized boolean hasReady() {
        return !ready.isEmpty();
    }

    /** The next item that had to wait and is to be sent now, or null. */
    synchronized @Nullable Item ready() {
        Item item = maySend() ? ready.poll() : null;
        if (item != null) {
            begin(item);
        }
        return item;
    }

    private void begin(Item item) {
        inFlight++;
        retried += item.attempts == 0 ? 0 : 1;
        item.attempts++;
        item.delay = null;
        item.sent = concurrency.sent();
    }

    /** Returns false if it must be cancelled at once. */
    synchronized boolean sent(Item item, CompletableFuture<RunResult> run) {
        item.run = run;
        return !stopped;
    }

    /** Returns whether the item is the next to be handed over. */
    synchronized boolean ended(
            Item item, @Nullable RunResult result, @Nullable Throwable failure, Runnable whenDelayIsOver) {
        inFlight--;
        item.run = null;
        if (stopped) {
            return false;
        }
        if (failure == null) {
            concurrency.succeeded();
        } else if (Backoff.isLimit(failure)) {
            concurrency.limited(item.sent);
        }
        Duration delay = failure == null || item.acted ? null : backoff(item, failure);
        if (delay != null) {
            item.delay = settings.scheduler().schedule(() -> delayIsOver(item, whenDelayIsOver), delay);
            return false;
        }
        item.end(result, failure);
        done++;
        failed += failure == null ? 0 : 1;
        return window.peek() == item;
    }

    private @Nullable Duration backoff(Item item, Throwable failure) {
        Duration delay = settings.backoff().before(item.attempts + 1, failure);
        if (delay != null && Backoff.asked(failure) != null) {
            long until = settings.nanoClock().getAsLong() + delay.toNanos();
            pausedUntilNanos = until - pausedUntilNanos > 0 ? until : pausedUntilNanos;
        }
        return delay;
    }

    private void delayIsOver(Item item, Runnable then) {
        synchronized (this) {
            if (stopped) {
                return;
            }
            ready.add(item);
        }
        then.run();
    }

    synchronized void request(long n) {
        demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
    }

    /** The next result that may be handed over now, or null. */
    synchronized @Nullable BatchResult deliverable() {
        Item head = window.peek();
        BatchResult result = stopped || demand == 0 || head == null ? null : head.result();
        if (result != null) {
            window.remove();
            demand -= demand == Long.MAX_VALUE ? 0 : 1;
        }
        return result;
    }

    /** Whether all was read and handed over. */
    synchronized boolean isOver() {
        return exhausted && window.isEmpty();
    }

    synchronized @Nullable Throwable sourceFailure() {
        return sourceFailure;
    }

    synchronized boolean isStopped() {
        return stopped;
    }

    /** Stops it unless it has stopped already; {@code first} is done before anybody sees it. */
    synchronized boolean stop(Runnable first) {
        if (stopped) {
            return false;
        }
        first.run();
        stopped = true;
        return true;
    }

    /** Cancels what is in flight, and forgets all. */
    void cancelAll() {
        List<Item> left;
        synchronized (this) {
            left = new ArrayList<>(window);
            window.clear();
            ready.clear();
        }
        for (Item item : left) {
            CompletableFuture<RunResult> run;
            Runnable delay;
            synchronized (this) {
                run = item.run;
                delay = item.delay;
            }
            if (run != null) {
                run.cancel(true);
            }
            if (delay != null) {
                delay.run();
            }
        }
    }

    synchronized BatchProgress progress() {
        return new BatchProgress(
                done,
                failed,
                inFlight,
                retried,
                concurrency.now(),
                total,
                Duration.ofNanos(settings.nanoClock().getAsLong() - startNanos));
    }
}
