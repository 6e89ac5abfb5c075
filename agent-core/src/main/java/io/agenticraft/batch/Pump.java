package io.agenticraft.batch;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** Does a step after each signal, on an executor, never twice at once; signals that come meanwhile share one step. */
final class Pump {
    private final Executor executor;
    private final Runnable step;
    private final AtomicInteger signals = new AtomicInteger();

    /** @param step must not throw */
    Pump(Executor executor, Runnable step) {
        this.executor = executor;
        this.step = step;
    }

    void signal() {
        if (signals.getAndIncrement() != 0) {
            return;
        }
        try {
            executor.execute(this::run);
        } catch (RuntimeException rejected) {
            run(); // what ends a batch must not get lost
        }
    }

    private void run() {
        int seen = signals.get();
        do {
            step.run();
            seen = signals.addAndGet(-seen);
        } while (seen != 0);
    }
}
