package io.agenticraft.redis;

/**
 * What became of the commands so far.
 *
 * @param answered commands with an answer
 * @param timeouts commands without one in time
 * @param connectionFailures commands whose connection failed
 * @param refused commands answered with an error
 * @param notAsked commands that were not sent, for the server was left alone, overloaded or closed
 * @param connects connections that came to stand
 * @param rests how often the server was left alone for a while
 * @param connected whether a connection stands now
 */
public record RedisStatistics(
        long answered,
        long timeouts,
        long connectionFailures,
        long refused,
        long notAsked,
        long connects,
        long rests,
        boolean connected) {

    /** Commands that failed, for whatever reason. */
    public long failed() {
        return timeouts + connectionFailures + refused + notAsked;
    }
}
