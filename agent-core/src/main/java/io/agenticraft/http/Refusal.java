package io.agenticraft.http;

import java.util.Locale;

/** Why a pool gives no connection. */
sealed interface Refusal {

    /** Opening one failed. */
    record Failed(Throwable cause) implements Refusal {}

    /** Opening one took longer than the pool's limit. */
    record Slow() implements Refusal {}

    /** All are in use, and as many wait as may. */
    record Full() implements Refusal {}

    /** Of an attempt to open one. */
    static Refusal of(Throwable cause) {
        boolean timeout =
                cause.getClass().getSimpleName().toLowerCase(Locale.ROOT).contains("timeout");
        return timeout ? new Slow() : new Failed(cause);
    }
}
