package io.agenticraft.batch;

import io.agenticraft.agent.RunResult;
import io.agenticraft.policy.Causes;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One batch under way. Four pumps work beside each other: one reads prompts and sends them, one sends what had to wait, one
 * hands results over, one tells of progress; each may block on what the user gave it without holding the others. An item's
 * end, which comes on an event loop, only notes what happened and signals them.
 */
final class BatchRun extends CompletableFuture<BatchProgress> {
    private static final Logger LOG = LoggerFactory.getLogger(BatchRun.class);

    private final BatchSettings settings;
    private final Source source;
    private final Receiver receiver;
    private final Outstanding items;
    private final Reporter reporter;
    private final Pump reader;
    private final Pump sender;
    private final Pump deliverer;
    private final Pump teller;
    private volatile @Nullable Throwable failure;
    private boolean endTold;

    BatchRun(BatchSettings settings, Source source, Receiver receiver, long demand) {
        this.settings = settings;
        this.source = source;
        this.receiver = receiver;
        items = new Outstanding(settings, source.total, demand);
        reporter = new Reporter(settings.onProgress(), settings.nanoClock());
        Executor executor = settings.agent().executor();
        reader = new Pump(executor, this::read);
        sender = new Pump(executor, this::sendAgain);
        deliverer = new Pump(executor, this::deliver);
        teller = new Pump(executor, () -> reporter.tell(items.progress()));
    }

    void begin() {
        reader.signal();
    }

    BatchProgress progress() {
        return items.progress();
    }

    /** More results may be handed over. */
    void request(long n) {
        items.request(n);
        deliverer.signal();
    }

    private void read() {
        while (items.mayRead()) {
            try {
                Item item = source.next();
                if (item == null) {
                    exhausted(null);
                } else if (items.add(item)) {
                    send(item);
                }
            } catch (Throwable e) {
                exhausted(e);
            }
        }
        if (items.isStopped()) {
            closeSource();
        }
    }

    /** What was read before ends well. */
    private void exhausted(@Nullable Throwable why) {
        items.exhausted(why);
        deliverer.signal();
    }

    private void closeSource() {
        try {
            source.close();
        } catch (Throwable e) {
            LOG.warn("The source of a batch cannot be closed", e);
        }
    }

    /** What was read before a slot was free, and what met a limit and has waited. */
    private void sendAgain() {
        Item item = items.ready();
        while (item != null) {
            send(item);
            item = items.ready();
        }
        reader.signal();
    }

    private void send(Item item) {
        CompletableFuture<RunResult> run;
        try {
            run = settings.start(item);
        } catch (Throwable e) {
            run = CompletableFuture.failedFuture(e);
        }
        if (!items.sent(item, run)) {
            run.cancel(true);
        }
        whenEnded(item, run);
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private void whenEnded(Item item, CompletableFuture<RunResult> run) {
        run.whenComplete((result, failure) -> {
            try {
                ended(item, result, Causes.ofNullable(failure));
            } catch (Throwable e) {
                fail(e);
            }
        });
    }

    private void ended(Item item, @Nullable RunResult result, @Nullable Throwable failure) {
        if (items.ended(item, result, failure, sender::signal)) {
            deliverer.signal();
        }
        (items.hasReady() ? sender : reader).signal();
        if (reporter.isDue()) {
            teller.signal();
        }
    }

    private void deliver() {
        try {
            BatchResult next = items.deliverable();
            while (next != null) {
                reader.signal(); // first, for the receiver may block
                receiver.onResult(next);
                next = items.deliverable();
            }
            if (items.isOver() && items.stop(() -> failure = items.sourceFailure())) {
                reader.signal(); // closes the source
            }
        } catch (Throwable e) {
            fail(e);
        }
        if (items.isStopped() && !endTold) {
            endTold = true;
            tellEnd();
        }
    }

    private void tellEnd() {
        BatchProgress last = items.progress();
        reporter.last(last);
        Throwable why = failure;
        try {
            receiver.onEnd(why);
        } catch (Throwable e) {
            LOG.warn("A receiver of a batch's results failed at the end", e);
        }
        if (why == null) {
            super.complete(last);
        } else {
            super.completeExceptionally(why);
        }
    }

    private boolean fail(Throwable why) {
        if (!items.stop(() -> failure = why)) {
            return false;
        }
        items.cancelAll();
        reader.signal(); // closes the source
        deliverer.signal(); // tells the end
        return super.completeExceptionally(why);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return fail(new CancellationException("The batch was cancelled")) || isCancelled();
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
        return fail(failure);
    }

    /** Nobody but the batch knows how it ends; a caller who says so gives it up. */
    @Override
    public boolean complete(@Nullable BatchProgress progress) {
        return fail(new CancellationException("The batch was given up"));
    }
}
