package io.agenticraft.stats;

import io.agenticraft.model.Usage;

/**
 * Hears of each call that ended, after it was counted; cancelled ones are not told. Called on the thread that has the
 * answer: must be quick. What it throws goes no further and counts as a {@linkplain CallStats#mishaps() mishap}.
 */
public interface CallListener {

    /**
     * A call has succeeded.
     *
     * @param firstTokenNanos until the first content of a stream came, negative where nothing was streamed
     */
    void succeeded(String provider, String model, long latencyNanos, long firstTokenNanos, Usage usage);

    void failed(String provider, String model, Throwable failure);
}
