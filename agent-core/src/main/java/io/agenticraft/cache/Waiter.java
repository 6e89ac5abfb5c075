package io.agenticraft.cache;

import io.agenticraft.model.ModelEvent;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.policy.Scheduler;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.StreamControl;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who waits for an answer, with a place of their own in the stream of its events: a waiter who is held keeps nobody
 * else, and has the events when it goes on.
 */
final class Waiter extends CompletableFuture<ModelResponse> implements StreamControl {
    private final Caller caller;
    private final @Nullable EventSink sink;
    private final Scheduler scheduler;
    private final Serial serial = new Serial(this::step);

    private @Nullable Source source;
    private volatile boolean held;
    private volatile int place;

    Waiter(Caller caller, @Nullable EventSink sink, Scheduler scheduler) {
        this.caller = caller;
        this.sink = sink;
        this.scheduler = scheduler;
    }

    /** Introduces itself to the sink and says when it has ended. Called once, before the source has it. */
    @SuppressWarnings("FutureReturnValueIgnored")
    void open(Source from) {
        boolean first = source == null;
        source = from;
        if (first && sink != null) {
            try {
                sink.onOpen(this);
            } catch (Throwable e) {
                completeExceptionally(e);
            }
        }
        whenComplete((answer, failure) -> from.left(this));
    }

    Caller caller() {
        return caller;
    }

    boolean streams() {
        return sink != null;
    }

    boolean isHeld() {
        return held;
    }

    /** There is another event, or the end. */
    void changed() {
        serial.changed();
    }

    private void step() {
        Source from = source;
        if (from == null) {
            return;
        }
        while (sink != null && !isDone()) {
            int at = place;
            ModelEvent event = from.event(at);
            if (event == null) {
                break;
            }
            if (held) {
                return;
            }
            place = at + 1;
            try {
                sink.onEvent(event);
            } catch (Throwable e) {
                completeExceptionally(e);
            }
        }
        if (!isDone()) {
            from.finish(this, sink == null ? Integer.MAX_VALUE : place);
        }
    }

    @Override
    public void pause() {
        held = true;
        told();
    }

    /** Goes on from another thread: who resumes may hold locks that the sink takes. */
    @Override
    public void resume() {
        held = false;
        told();
        Source from = source;
        if (from != null && from.event(place) != null) {
            scheduler.schedule(this::changed, Duration.ZERO);
        }
    }

    private void told() {
        Source from = source;
        if (from != null) {
            from.heldChanged();
        }
    }
}
