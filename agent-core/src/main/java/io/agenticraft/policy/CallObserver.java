package io.agenticraft.policy;

/** Hears what policies decide while a call is made. Must not block; what it throws is logged and goes no further. */
@FunctionalInterface
public interface CallObserver {

    void on(CallEvent event);

    /** Hears nothing. */
    static CallObserver none() {
        return event -> {};
    }
}
