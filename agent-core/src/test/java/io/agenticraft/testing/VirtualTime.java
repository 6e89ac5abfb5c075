package io.agenticraft.testing;

import io.agenticraft.policy.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A clock that stands until the test advances it, and a timer that follows it. Begins at the epoch. Safe for many threads. */
public final class VirtualTime implements Scheduler, LongSupplier, InstantSource {
    private record Task(long at, long number, Runnable what) {}

    private final Queue<Task> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Task::at).thenComparingLong(Task::number));
    private long now;
    private long scheduled;

    /** In nanoseconds. */
    @Override
    public synchronized long getAsLong() {
        return now;
    }

    @Override
    public synchronized Instant instant() {
        return Instant.EPOCH.plusNanos(now);
    }

    @Override
    public synchronized Runnable schedule(Runnable what, Duration delay) {
        Task task = new Task(now + Math.max(0, delay.toNanos()), scheduled++, what);
        tasks.add(task);
        return () -> {
            synchronized (this) {
                tasks.remove(task);
            }
        };
    }

    public synchronized int pending() {
        return tasks.size();
    }

    /** How long until the next task is due, or null if there is none. */
    public synchronized @Nullable Duration next() {
        Task first = tasks.peek();
        return first == null ? null : Duration.ofNanos(first.at() - now);
    }

    /** Lets time pass; tasks run when their time comes, in its order, on this thread. */
    public void advance(Duration by) {
        long end = getAsLong() + by.toNanos();
        for (Task due = due(end); due != null; due = due(end)) {
            due.what().run();
        }
    }

    private synchronized @Nullable Task due(long end) {
        Task first = tasks.peek();
        if (first == null || first.at() > end) {
            now = Math.max(now, end);
            return null;
        }
        now = Math.max(now, first.at());
        return tasks.remove();
    }
}
