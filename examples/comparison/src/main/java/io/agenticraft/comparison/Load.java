package io.agenticraft.comparison;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Keeps {@value #CONCURRENCY} runs under way until it is stopped. A run that fails stops it. */
final class Load {
    static final int CONCURRENCY = 64;

    private final AtomicLong runs = new AtomicLong();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final CountDownLatch ended = new CountDownLatch(CONCURRENCY);
    private volatile boolean stopped;

    /** Starts all of them. */
    void start(Work work) {
        for (int i = 0; i < CONCURRENCY; i++) {
            if (work instanceof Work.Blocking blocking) {
                Thread thread = new Thread(() -> repeat(blocking), "caller-" + i);
                thread.setDaemon(true);
                thread.start();
            } else {
                repeat((Work.Async) work);
            }
        }
    }

    /** How many runs have ended well. */
    long runs() {
        Throwable broken = failure.get();
        if (broken != null) {
            throw new IllegalStateException("A run failed", broken);
        }
        return runs.get();
    }

    void stop() throws InterruptedException {
        stopped = true;
        ended.await();
    }

    private void repeat(Work.Blocking work) {
        try {
            while (!stopped) {
                work.run();
                runs.incrementAndGet();
            }
        } catch (Throwable e) {
            fail(e);
        } finally {
            ended.countDown();
        }
    }

    /** A loop while answers come at once, so that the stack does not grow. */
    private void repeat(Work.Async work) {
        try {
            while (!stopped) {
                CompletableFuture<?> run = work.start();
                if (!run.isDone()) {
                    var unused = run.whenComplete((result, e) -> next(work, e));
                    return;
                }
                run.join();
                runs.incrementAndGet();
            }
        } catch (Throwable e) {
            fail(e);
        }
        ended.countDown();
    }

    private void next(Work.Async work, @Nullable Throwable e) {
        if (e != null) {
            fail(e);
            ended.countDown();
        } else {
            runs.incrementAndGet();
            repeat(work);
        }
    }

    private void fail(Throwable e) {
        failure.compareAndSet(null, e);
        stopped = true;
    }
}
