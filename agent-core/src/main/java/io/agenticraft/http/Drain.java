package io.agenticraft.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets calls in until it is closed, and does something once when the last of them has left after that. */
final class Drain {
    private final Runnable whenEmpty;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicBoolean emptied = new AtomicBoolean();

    /** Those inside, and one that stands for not being closed. */
    private final AtomicInteger inside = new AtomicInteger(1);

    Drain(Runnable whenEmpty) {
        this.whenEmpty = whenEmpty;
    }

    /** Lets a call in, which leaves once; false if it is closed. */
    boolean enter() {
        inside.incrementAndGet();
        if (closed.get()) {
            leave();
            return false;
        }
        return true;
    }

    /** The call leaves when its future completes, however it does. */
    void leaveAfter(CompletableFuture<?> call) {
        var unused = call.whenComplete((value, failure) -> leave());
    }

    private void leave() {
        if (inside.decrementAndGet() == 0 && emptied.compareAndSet(false, true)) {
            whenEmpty.run();
        }
    }

    void close() {
        if (closed.compareAndSet(false, true)) {
            leave();
        }
    }
}
