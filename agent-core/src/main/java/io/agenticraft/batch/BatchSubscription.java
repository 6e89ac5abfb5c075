package io.agenticraft.batch;

import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Between a batch and a subscriber of its results. The batch begins when the subscriber first asks for some. */
final class BatchSubscription implements Flow.Subscription, Receiver {
    private final Flow.Subscriber<? super BatchResult> subscriber;
    private final BatchRun run;
    private volatile boolean cancelled;

    private BatchSubscription(Flow.Subscriber<? super BatchResult> subscriber, Function<Receiver, BatchRun> batch) {
        this.subscriber = subscriber;
        this.run = batch.apply(this);
    }

    static void open(Flow.Subscriber<? super BatchResult> subscriber, Function<Receiver, BatchRun> batch) {
        Objects.requireNonNull(subscriber, "subscriber");
        BatchSubscription subscription;
        try {
            subscription = new BatchSubscription(subscriber, batch);
        } catch (RuntimeException e) {
            refuse(subscriber, e);
            return;
        }
        subscription.subscriber.onSubscribe(subscription);
    }

    /** A subscriber hears of no failure before it has a subscription. */
    private static void refuse(Flow.Subscriber<? super BatchResult> subscriber, RuntimeException why) {
        subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long n) {}

            @Override
            public void cancel() {}
        });
        subscriber.onError(why);
    }

    /** The first demand begins the batch. */
    @Override
    public void request(long n) {
        if (n <= 0) {
            run.completeExceptionally(new IllegalArgumentException("A subscriber requests at least 1, not " + n));
        } else {
            run.request(n);
            run.begin();
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
        run.cancel(true);
    }

    @Override
    public void onResult(BatchResult result) {
        if (!cancelled) {
            subscriber.onNext(result);
        }
    }

    @Override
    public void onEnd(@Nullable Throwable failure) {
        if (cancelled) {
            return;
        }
        if (failure == null) {
            subscriber.onComplete();
        } else {
            subscriber.onError(failure);
        }
    }
}
