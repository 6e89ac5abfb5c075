package io.agenticraft.resilience;

import io.agenticraft.policy.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A clock and a timer that move when the test says so. */
final class ManualTime implements Scheduler, LongSupplier {
    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Task::at).thenComparingLong(Task::number));
    private final List<Duration> delays = new ArrayList<>();
    private long now = 1_000_000_000L;
    private long scheduled;

    private record Task(long at, long number, Runnable work) {}

    @Override
    public synchronized Runnable schedule(Runnable task, Duration delay) {
        Task later = new Task(now + delay.toNanos(), scheduled++, task);
        tasks.add(later);
        delays.add(delay);
        return () -> remove(later);
    }

    private synchronized void remove(Task task) {
        tasks.remove(task);
    }

    @Override
    public synchronized long getAsLong() {
        return now;
    }

    /** All delays that were asked for, oldest first. */
    synchronized List<Duration> delays() {
        return List.copyOf(delays);
    }

    synchronized int pending() {
        return tasks.size();
    }

    void advance(Duration by) {
        long end = getAsLong() + by.toNanos();
        for (Task due = due(end); due != null; due = due(end)) {
            due.work().run();
        }
    }

    private synchronized @Nullable Task due(long end) {
        Task next = tasks.peek();
        if (next == null || next.at() > end) {
            now = end;
            return null;
        }
        now = Math.max(now, next.at());
        return tasks.poll();
    }
}
