package io.agenticraft.endtoend;

import io.agenticraft.agent.RunEvent;
import io.agenticraft.agent.RunResult;
import io.agenticraft.model.ModelEvent;
import io.agenticraft.testing.Check;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Takes a run's events; those of a flood are too many for a list, so pieces of text are kept joined. */
final class Subscriber implements Flow.Subscriber<RunEvent> {
    private static final int KEPT = 1_000;

    private final long firstDemand;
    private final List<RunEvent> events = new CopyOnWriteArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final AtomicReference<Flow.@Nullable Subscription> subscription = new AtomicReference<>();
    private volatile @Nullable RunResult result;
    private volatile @Nullable Throwable failure;
    private volatile boolean completed;

    Subscriber(long firstDemand) {
        this.firstDemand = firstDemand;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription.set(given);
        given.request(firstDemand);
    }

    @Override
    public void onNext(RunEvent event) {
        if (event instanceof RunEvent.Delta delta && delta.event() instanceof ModelEvent.TextDelta piece) {
            text.append(piece.text());
        }
        if (event instanceof RunEvent.Finished finished) {
            result = finished.result();
        }
        if (events.size() < KEPT) {
            events.add(event);
        }
    }

    @Override
    public void onError(Throwable thrown) {
        failure = thrown;
    }

    @Override
    public void onComplete() {
        completed = true;
    }

    void request(long n) {
        Objects.requireNonNull(subscription.get()).request(n);
    }

    void cancel() {
        Objects.requireNonNull(subscription.get()).cancel();
    }

    List<RunEvent> events() {
        return events;
    }

    String text() {
        return text.toString();
    }

    boolean failed() {
        return failure != null;
    }

    <T extends RunEvent> T only(Class<T> type) {
        List<T> found = events.stream().filter(type::isInstance).map(type::cast).toList();
        if (found.size() != 1) {
            throw new AssertionError("Not one " + type.getSimpleName() + ": " + found);
        }
        return found.get(0);
    }

    /** The result, once the stream has completed. */
    RunResult result() {
        Check.eventually("the stream ends", () -> completed || failure != null);
        if (failure != null) {
            throw new AssertionError("The run failed", failure);
        }
        return Objects.requireNonNull(result);
    }
}
