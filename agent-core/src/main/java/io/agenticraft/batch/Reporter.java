package io.agenticraft.batch;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of progress, not too often and for certain at the end. A listener that fails harms nobody. */
final class Reporter {
    static final Duration INTERVAL = Duration.ofMillis(100);
    private static final Logger LOG = LoggerFactory.getLogger(Reporter.class);

    private final Consumer<? super BatchProgress> listener;
    private final LongSupplier nanoClock;
    private final AtomicLong lastNanos;
    private boolean ended;
    private boolean warned;

    Reporter(Consumer<? super BatchProgress> listener, LongSupplier nanoClock) {
        this.listener = listener;
        this.nanoClock = nanoClock;
        this.lastNanos = new AtomicLong(nanoClock.getAsLong());
    }

    /** Whether enough time has passed to tell again; then the next time is counted from now. Never waits for a listener. */
    boolean isDue() {
        long now = nanoClock.getAsLong();
        long last = lastNanos.get();
        return now - last >= INTERVAL.toNanos() && lastNanos.compareAndSet(last, now);
    }

    synchronized void tell(BatchProgress progress) {
        if (!ended) {
            pass(progress);
        }
    }

    synchronized void last(BatchProgress progress) {
        if (!ended) {
            ended = true;
            pass(progress);
        }
    }

    private void pass(BatchProgress progress) {
        try {
            listener.accept(progress);
        } catch (RuntimeException e) {
            if (!warned) {
                warned = true;
                LOG.warn("A listener of a batch's progress failed; the batch goes on. Said once per batch", e);
            }
        }
    }
}
