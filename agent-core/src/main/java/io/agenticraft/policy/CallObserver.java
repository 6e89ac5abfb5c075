package io.agenticraft.policy;

/** Hears what policies decide while a call is made. Must not block; what it throws is logged and goes no further. */
@FunctionalInterface
public interface CallObserver {

    void on(CallEvent event);

    /** This one, and then another, which hears it even where this one fails. */
    default CallObserver andThen(CallObserver next) {
        return event -> {
            try {
                on(event);
            } finally {
                next.on(event);
            }
        };
    }

    /** Hears nothing. */
    static CallObserver none() {
        return event -> {};
    }
}
