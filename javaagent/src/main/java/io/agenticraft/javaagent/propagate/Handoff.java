package io.agenticraft.javaagent.propagate;

import java.util.concurrent.RunnableScheduledFuture;
import org.jspecify.annotations.Nullable;

/** What the JDK's woven executors call. Never throws anything but what a task throws. */
public final class Handoff {
    private final Couriers couriers = new Couriers();
    private final PendingTasks pending = new PendingTasks();

    /** Carries the contexts of another API too. */
    public void add(Courier courier) {
        couriers.add(courier);
    }

    /** A task is handed over. Periodic ones go on after the caller's work is done, and belong to nobody's. */
    void capture(@Nullable Object task) {
        try {
            if (task != null && !(task instanceof RunnableScheduledFuture<?> scheduled && scheduled.isPeriodic())) {
                pending.put(task, couriers.capture());
            }
        } catch (RuntimeException | LinkageError e) {
            // The task runs without a context.
        }
    }

    /** A dependent stage was made. Without an executor it runs on whatever thread completes the stage before. */
    void captureStage(Object stage, @Nullable Object executor) {
        if (executor != null) {
            capture(stage);
        }
    }

    /** A task will not run. */
    void forget(@Nullable Object task) {
        if (task != null) {
            pending.take(task);
        }
    }

    /** A task runs. */
    void run(Runnable task) {
        Snapshot.Entered entered = enter(task);
        try {
            task.run();
        } finally {
            leave(entered);
        }
    }

    /** A task that nobody looks at before it runs. */
    @Nullable
    Runnable wrap(@Nullable Runnable task) {
        try {
            Snapshot snapshot = couriers.capture();
            if (task == null || snapshot == Snapshot.EMPTY) {
                return task;
            }
            return () -> {
                Snapshot.Entered entered = snapshot.enter();
                try {
                    task.run();
                } finally {
                    leave(entered);
                }
            };
        } catch (RuntimeException | LinkageError e) {
            return task;
        }
    }

    Snapshot.@Nullable Entered enter(Object task) {
        try {
            Snapshot snapshot = pending.take(task);
            return snapshot == null ? null : snapshot.enter();
        } catch (RuntimeException | LinkageError e) {
            return null;
        }
    }

    void leave(Snapshot.@Nullable Entered entered) {
        if (entered == null) {
            return;
        }
        try {
            entered.leave();
        } catch (RuntimeException | LinkageError e) {
            // The thread keeps a context; the task's own result matters more.
        }
    }
}
