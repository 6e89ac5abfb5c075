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
    /** The second call has answered first. */
    HEDGE_WON,
    /** The first call has answered first after all: the second was in vain. */
    HEDGE_LOST,
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
