package io.agenticraft.http;

/**
 * What one pool holds at a moment, and what it has done since it was opened.
 *
 * @param origin where its connections lead, and through which proxy
 * @param maxConnections how many it may hold
 * @param open connections that stand
 * @param idle connections that stand and serve no call
 * @param connecting connections being opened
 * @param calls calls that have a connection; with HTTP/2 several share one
 * @param waiting calls that wait for a connection
 * @param opened connections opened in all
 * @param failed connections that could not be opened
 * @param served calls that got a connection in all
 * @param repeated calls that were sent a second time, for the server had closed their connection, or turned them away, before
 *     it answered; they count twice in {@code served}
 * @param timedOut calls that waited too long for a free connection
 * @param refused calls that failed at once, for too many waited already
 */
public record PoolStats(
        String origin,
        int maxConnections,
        int open,
        int idle,
        int connecting,
        int calls,
        int waiting,
        long opened,
        long failed,
        long served,
        long repeated,
        long timedOut,
        long refused) {

    /** Connections that serve a call. */
    public int inUse() {
        return open - idle;
    }
}
