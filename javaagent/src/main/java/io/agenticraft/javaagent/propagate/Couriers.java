package io.agenticraft.javaagent.propagate;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The couriers of all OpenTelemetry APIs in the process. Held weakly: an API goes with the application that brought it. */
final class Couriers {
    private final List<WeakReference<Courier>> all = new CopyOnWriteArrayList<>();

    void add(Courier courier) {
        all.removeIf(reference -> reference.refersTo(null));
        all.add(new WeakReference<>(courier));
    }

    /** What is current on this thread; {@link Snapshot#EMPTY} where nothing is. */
    Snapshot capture() {
        Snapshot snapshot = Snapshot.EMPTY;
        for (WeakReference<Courier> reference : all) {
            Courier courier = reference.get();
            Object captured = courier == null ? null : courier.capture();
            if (courier != null && captured != null) {
                snapshot = new Snapshot(courier, captured, snapshot);
            }
        }
        return snapshot;
    }
}
