package io.agenticraft.tool;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A task whose cancellation interrupts the thread that works on it, and no other task of that thread. */
final class Invocation extends CompletableFuture<String> implements Runnable {
    private final Callable<String> task;
    private @Nullable Thread worker;

    Invocation(Callable<String> task) {
        this.task = task;
    }

    @Override
    public void run() {
        if (!enter()) {
            return;
        }
        try {
            complete(task.call());
        } catch (Throwable e) {
            completeExceptionally(e);
        } finally {
            leave();
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        synchronized (this) {
            if (cancelled && worker != null) {
                worker.interrupt();
            }
        }
        return cancelled;
    }

    private synchronized boolean enter() {
        if (isDone()) {
            return false;
        }
        worker = Thread.currentThread();
        return true;
    }

    /** An interrupt that came for this task must not meet the thread's next one. */
    private synchronized void leave() {
        worker = null;
        if (isCancelled()) {
            Thread.interrupted();
        }
    }
}
