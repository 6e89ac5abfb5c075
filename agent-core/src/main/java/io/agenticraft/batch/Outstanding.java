package io.agenticraft.batch;

import io.agenticraft.agent.RunResult;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The items that were read and not yet handed over, and what may happen next. Its lock is held for moments only. */
final class Outstanding {
    private final BatchSettings settings;
    private final @Nullable Long total;
    private final long startNanos;
    private final Lanes lanes;

    /** In the order of the source; its size is the window. */
    private final Set<Item> window = new LinkedHashSet<>();

    /** What has ended, in the order of the ends; used where results are handed over so. */
    private final Queue<Item> ends = new ArrayDeque<>();

    private long done;
    private long failed;
    private long retried;
    private long demand;
    private boolean exhausted;
    private @Nullable Throwable sourceFailure;
    private boolean stopped;

    Outstanding(BatchSettings settings, @Nullable Long total, long demand) {
        this.settings = settings;
        this.total = total;
        this.demand = demand;
        startNanos = settings.nanoClock().getAsLong();
        lanes = new Lanes(settings.concurrency());
    }

    /** Whether another item is to be read: as far as is known it would be sent at once. */
    synchronized boolean mayRead() {
        return !stopped && !exhausted && lanes.hasRoom() && window.size() < settings.window() && lanes.next() == null;
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
        lanes.add(item, settings.target(item));
        if (!lanes.admits(item)) {
            lanes.park(item);
            return false;
        }
        begin(item);
        return true;
    }

    synchronized boolean hasReady() {
        return lanes.hasParked();
    }

    /** The next item that had to wait and is to be sent now, or null. */
    synchronized @Nullable Item ready() {
        Item item = stopped ? null : lanes.next();
        if (item != null) {
            lanes.unpark(item);
            begin(item);
        }
        return item;
    }

    private void begin(Item item) {
        retried += item.attempts == 0 ? 0 : 1;
        item.attempts++;
        item.delay = null;
        lanes.begin(item);
    }

    /** Returns false if it must be cancelled at once. */
    synchronized boolean sent(Item item, CompletableFuture<RunResult> run) {
        item.run = run;
        return !stopped;
    }

    /** Returns whether something may be handed over now. */
    synchronized boolean ended(
            Item item, @Nullable RunResult result, @Nullable Throwable failure, Runnable whenDelayIsOver) {
        item.run = null;
        lanes.ended(item, failure);
        if (stopped) {
            return false;
        }
        Duration delay =
                failure == null || item.acted ? null : settings.backoff().before(item.attempts + 1, failure);
        if (failure != null && delay != null) {
            if (Backoff.asked(failure) != null) {
                lanes.hold(item, failure);
            }
            item.delay = settings.scheduler().schedule(() -> delayIsOver(item, whenDelayIsOver), delay);
            return false;
        }
        item.end(result, failure);
        lanes.left(item);
        done++;
        failed += failure == null ? 0 : 1;
        if (!settings.ordered()) {
            ends.add(item);
        }
        return !settings.ordered() || head() == item;
    }

    private void delayIsOver(Item item, Runnable then) {
        synchronized (this) {
            if (stopped) {
                return;
            }
            lanes.release(item);
            lanes.park(item); // before anybody sees that the others may go on, for it may be their eldest
        }
        then.run();
    }

    private @Nullable Item head() {
        return window.isEmpty() ? null : window.iterator().next();
    }

    synchronized void request(long n) {
        demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
    }

    /** The next result that may be handed over now, or null. */
    synchronized @Nullable BatchResult deliverable() {
        Item next = settings.ordered() ? head() : ends.peek();
        BatchResult result = stopped || demand == 0 || next == null ? null : next.result();
        if (result != null) {
            window.remove(next);
            ends.poll();
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
            ends.clear();
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
                lanes.inFlight(),
                retried,
                lanes.concurrency(),
                total,
                Duration.ofNanos(settings.nanoClock().getAsLong() - startNanos));
    }
}
