package io.agenticraft.stats;

import java.util.Objects;

/**
 * Whose calls are measured together.
 *
 * @param provider the provider's name; empty where a sum is over all of them
 * @param model the model that was asked for; empty where a sum is over all of them
 * @param agent the agent's name; empty where no agent called, or a sum is over all of them
 */
public record SeriesKey(String provider, String model, String agent) {
    private static final String OTHER = "(other)";

    /** Of all calls beyond the bound of the number of series. */
    public static final SeriesKey OVERFLOW = new SeriesKey(OTHER, OTHER, OTHER);

    static final SeriesKey TOTAL = new SeriesKey("", "", "");

    public SeriesKey {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(agent, "agent");
    }
}
