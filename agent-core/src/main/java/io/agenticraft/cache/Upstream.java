package io.agenticraft.cache;

import io.agenticraft.model.ModelEvent;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.policy.Causes;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.StreamControl;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The call of a flight. It streams if the one who pays for it does. */
final class Upstream implements EventSink {
    private final Flight flight;
    private final Waiter lead;

    private volatile @Nullable StreamControl control;
    private volatile @Nullable CompletableFuture<ModelResponse> call;
    private volatile boolean cancelled;
    /** Only read and written by {@link #hold}, which is never called twice at once. */
    private boolean held;

    Upstream(Flight flight, Waiter lead) {
        this.flight = flight;
        this.lead = lead;
    }

    Waiter lead() {
        return lead;
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    void begin() {
        CompletableFuture<ModelResponse> begun = start();
        call = begun;
        if (cancelled) {
            begun.cancel(true);
        }
        begun.whenComplete((response, failure) -> flight.ended(this, response, Causes.ofNullable(failure)));
    }

    private CompletableFuture<ModelResponse> start() {
        Caller caller = lead.caller();
        ModelProvider next = caller.next();
        try {
            return lead.streams() ? next.stream(caller.request(), this) : next.complete(caller.request());
        } catch (Throwable e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public void onOpen(StreamControl value) {
        control = value;
        flight.opened();
    }

    @Override
    public void onEvent(ModelEvent event) {
        flight.event(this, event);
    }

    void hold(boolean hold) {
        StreamControl known = control;
        if (known == null || hold == held) {
            return;
        }
        held = hold;
        if (hold) {
            known.pause();
        } else {
            known.resume();
        }
    }

    void cancel() {
        cancelled = true;
        CompletableFuture<ModelResponse> begun = call;
        if (begun != null) {
            begun.cancel(true);
        }
    }
}
