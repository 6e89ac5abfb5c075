package io.agenticraft.otel.genai;

import io.opentelemetry.api.common.AttributeKey;
import java.util.Locale;

/** What something between a run and the wire can decide. */
public enum Decision {
    /** The same target is asked again. */
    RETRY,
    /** Another target is asked. */
    FALLBACK,
    /** A target is left out. */
    SKIP,
    /** A second call is made while the first goes on. */
    HEDGE,
    /** One of two calls has won. */
    HEDGE_WON,
    /** No call is made, for the answer is known. */
    CACHE_HIT,
    /** A call is held back for a while. */
    DELAY,
    /** A call is refused. */
    REFUSAL;

    final String word = name().toLowerCase(Locale.ROOT);
    final String event = "agenticraft." + word;

    @SuppressWarnings("ImmutableEnumChecker") // it is, without saying so
    final AttributeKey<Long> count = AttributeKey.longKey(event + ".count");
}
