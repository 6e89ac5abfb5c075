package io.agenticraft.benchmark.load;

import io.agenticraft.benchmark.measure.Stopwatch;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests when they are due and at most so many at once, and records what comes back. One thread does both;
 * what ends elsewhere is queued for it.
 */
final class Loop {
    private static final long TICK_NANOS = 50_000_000;
    private static final int HOPELESS_AFTER = 10;

    private final Plan plan;
    private final Sender sender;
    private final LongSupplier clock;
    private final BooleanSupplier stopped;
    private final Recordings recordings;
    private final BlockingQueue<Sender.Done> finished = new LinkedBlockingQueue<>();
    private final Map<Stopwatch, Runnable> underWay = new HashMap<>();
    private final Pace pace;
    private final long start;
    private @Nullable Long due;
    private long sent;
    private long ended;
    private @Nullable Throwable hopeless;

    Loop(Plan plan, Sender sender, LongSupplier clock, BooleanSupplier stopped) {
        this.plan = plan;
        this.sender = sender;
        this.clock = clock;
        this.stopped = stopped;
        recordings = new Recordings(plan.prompts());
        pace = plan.pace().get();
        start = clock.getAsLong();
        ended = start;
    }

    /** Runs to the end, or until it is stopped or hopeless; then what is under way is aborted and not counted. */
    void run(DoubleConsumer progress) {
        long nextTick = start;
        long now = start;
        while (!isCut() && (hasMore(now) || !underWay.isEmpty())) {
            if (now >= nextTick) {
                progress.accept(share(now));
                nextTick = now + TICK_NANOS;
            }
            boolean free = underWay.size() < plan.inFlight() && hasMore(now);
            long wait = free ? untilDue(now) : TICK_NANOS;
            if (wait <= 0) {
                send(now);
            } else {
                take(Math.min(wait, TICK_NANOS));
            }
            now = clock.getAsLong();
        }
        underWay.values().forEach(Runnable::run);
        progress.accept(share(now));
    }

    /** When the next request is due is decided once, and only when one may be sent: in a closed loop that is now. */
    private long untilDue(long now) {
        if (due == null) {
            due = pace.next(start, now);
        }
        return due - now;
    }

    private boolean hasMore(long now) {
        return sent < plan.requests()
                && (plan.duration() == null || now - start < plan.duration().toNanos());
    }

    /** Whether it was ended before its end. */
    boolean isCut() {
        return hopeless != null || stopped.getAsBoolean();
    }

    private void send(long now) {
        int prompt = (int) (sent % plan.prompts().size());
        Stopwatch watch = new Stopwatch(due == null ? now : due, now);
        due = null;
        sent++;
        underWay.put(watch, () -> {});
        try {
            underWay.put(watch, sender.send(prompt, watch, finished::add));
        } catch (RuntimeException e) {
            watch.end(clock.getAsLong());
            finished.add(new Sender.Done(prompt, watch, null, e));
        }
    }

    private void take(long nanos) {
        try {
            Sender.Done done = finished.poll(nanos, TimeUnit.NANOSECONDS);
            while (done != null) {
                record(done);
                done = finished.poll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            hopeless = e;
        }
    }

    private void record(Sender.Done done) {
        underWay.remove(done.watch());
        recordings.add(done);
        ended = clock.getAsLong();
        long tried = recordings.total().errors();
        boolean enough = tried >= Math.min(HOPELESS_AFTER, plan.requests());
        if (done.failure() != null
                && recordings.total().answers() == 0
                && enough
                && Errors.isHopeless(done.failure())) {
            hopeless = done.failure();
        }
    }

    private double share(long now) {
        if (plan.duration() != null) {
            return Math.min(1, (now - start) / (double) plan.duration().toNanos());
        }
        return plan.requests() == 0 ? 1 : recordings.total().requests() / (double) plan.requests();
    }

    Recordings recordings() {
        return recordings;
    }

    /** Why it was given up, or null. */
    @Nullable
    Throwable hopeless() {
        return hopeless;
    }

    Duration elapsed() {
        return Duration.ofNanos(ended - start);
    }

    /** How many were due within the time and never sent, because too many were under way. Asked once, at the end. */
    long unsent() {
        if (plan.duration() == null || pace instanceof Closed || isCut()) {
            return 0;
        }
        long end = start + plan.duration().toNanos();
        long count = 0;
        for (long next = untilDue(end) + end; next < end; next = pace.next(start, end)) {
            count++;
        }
        return count;
    }
}
