package io.agenticraft.agent;

import io.agenticraft.provider.StreamControl;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands a run's events to its sink, one at a time: tools finish on threads of their own. */
final class Events {
    private static final Logger LOG = LoggerFactory.getLogger(Events.class);

    private final RunSink sink;

    Events(RunSink sink) {
        this.sink = sink;
    }

    void open(StreamControl control) {
        synchronized (this) {
            sink.onOpen(control);
        }
    }

    /** Hands on an event unless the run has ended. Returns what the sink threw. */
    @Nullable
    Throwable next(RunEvent event, AtomicBoolean ended) {
        synchronized (this) {
            if (ended.get()) {
                return null;
            }
            try {
                sink.onEvent(event);
                return null;
            } catch (Throwable e) {
                return e;
            }
        }
    }

    /** Hands on the last event, when it is too late for the sink to fail the run. */
    void last(RunEvent event) {
        synchronized (this) {
            try {
                sink.onEvent(event);
            } catch (Throwable e) {
                LOG.warn("A run's sink failed on the last event; the run is complete all the same", e);
            }
        }
    }
}
