package io.agenticraft.agent;

import io.agenticraft.policy.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A timer whose tasks fire when the test says so. */
final class ManualTimer implements Scheduler {
    private final List<Runnable> tasks = new CopyOnWriteArrayList<>();
    private final List<Duration> delays = new CopyOnWriteArrayList<>();

    @Override
    public Runnable schedule(Runnable task, Duration delay) {
        tasks.add(task);
        delays.add(delay);
        return () -> tasks.remove(task);
    }

    List<Duration> delays() {
        return delays;
    }

    int pending() {
        return tasks.size();
    }

    void fire() {
        tasks.forEach(Runnable::run);
    }
}
