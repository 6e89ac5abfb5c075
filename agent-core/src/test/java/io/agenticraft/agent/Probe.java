package io.agenticraft.agent;

import io.agenticraft.model.ModelEvent;
import io.agenticraft.testing.Check;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A subscriber that asks for what the test says, and notes signals and breaches of the rules of Reactive Streams. */
class Probe implements Flow.Subscriber<RunEvent> {
    final List<RunEvent> events = new CopyOnWriteArrayList<>();
    final List<String> breaches = new CopyOnWriteArrayList<>();
    private final long firstDemand;
    private volatile Flow.@Nullable Subscription subscription;
    private volatile @Nullable Thread inside;
    volatile @Nullable Throwable failure;
    volatile boolean completed;

    Probe(long firstDemand) {
        this.firstDemand = firstDemand;
    }

    static Probe greedy() {
        return new Probe(Long.MAX_VALUE);
    }

    Flow.Subscription subscription() {
        return Objects.requireNonNull(subscription);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        enter("onSubscribe");
        subscription = given;
        if (firstDemand != 0) {
            given.request(firstDemand);
        }
        leave();
    }

    @Override
    public void onNext(RunEvent event) {
        enter("onNext");
        events.add(event);
        leave();
    }

    @Override
    public void onError(Throwable thrown) {
        enter("onError");
        failure = thrown;
        leave();
    }

    @Override
    public void onComplete() {
        enter("onComplete");
        completed = true;
        leave();
    }

    private void enter(String signal) {
        if (inside != null) {
            breaches.add(signal + " while another signal was not yet over");
        }
        if (completed || failure != null) {
            breaches.add(signal + " after the end");
        }
        inside = Thread.currentThread();
        Thread.onSpinWait();
    }

    private void leave() {
        inside = null;
    }

    boolean ended() {
        return completed || failure != null;
    }

    void awaitEnd() {
        Check.eventually("the stream ends", this::ended);
    }

    /** All pieces of text, joined. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (RunEvent event : events) {
            if (event instanceof RunEvent.Delta delta && delta.event() instanceof ModelEvent.TextDelta piece) {
                text.append(piece.text());
            }
        }
        return text.toString();
    }
}
