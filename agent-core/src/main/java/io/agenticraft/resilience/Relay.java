package io.agenticraft.resilience;

import io.agenticraft.model.ModelEvent;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.StreamControl;
import org.jspecify.annotations.Nullable;

/**
 * Passes one attempt's pieces on. What precedes its first content is held back, and forgotten if another attempt's content
 * came first: the caller sees one stream.
 */
final class Relay implements EventSink {
    private final RoutedCall call;
    private final Leg leg;
    private @Nullable StreamControl control;
    private ModelEvent.@Nullable Started started;
    private boolean flowing;

    Relay(RoutedCall call, Leg leg) {
        this.call = call;
        this.leg = leg;
    }

    @Override
    public void onOpen(StreamControl value) {
        control = value;
    }

    @Override
    public void onEvent(ModelEvent event) {
        if (flowing) {
            pass(event);
        } else if (leg.begun()) {
            if (event instanceof ModelEvent.Started first) {
                started = first;
            } else if (call.claim(leg)) {
                leg.firstContent();
                flow();
                pass(event);
            }
        }
    }

    /** The caller may see what was held back: this attempt is the one that counts. */
    void flow() {
        if (flowing) {
            return;
        }
        flowing = true;
        EventSink sink = call.sink();
        if (control != null && !call.isOver()) {
            sink.onOpen(control);
        }
        if (started != null) {
            pass(started);
        }
    }

    private void pass(ModelEvent event) {
        if (!call.isOver()) {
            call.sink().onEvent(event);
        }
    }
}
