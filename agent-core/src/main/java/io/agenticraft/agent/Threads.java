package io.agenticraft.agent;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that agents share unless they bring their own; none is started before it is needed. */
final class Threads {
    private static final ExecutorService POOL = Executors.newCachedThreadPool(daemons("agenticraft"));

    private Threads() {}

    static Executor shared() {
        return POOL;
    }

    /** On the executor, or here if that takes no more: what ends a run must not get lost. */
    static void handOver(Executor executor, Runnable task) {
        try {
            executor.execute(task);
        } catch (RuntimeException rejected) {
            task.run();
        }
    }

    private static ThreadFactory daemons(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
