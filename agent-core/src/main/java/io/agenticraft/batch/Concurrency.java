package io.agenticraft.batch;

/**
 * How many items may be run at once: half as many after a provider's limit, and one more for each round of successes, up
 * to the most allowed. Not safe for use by many threads.
 */
final class Concurrency {
    private final int most;
    private double limit;
    private long sent;
    private long sentAtDecrease;

    Concurrency(int most) {
        this.most = most;
        this.limit = most;
    }

    int now() {
        return (int) limit;
    }

    /** Another item is sent. Returns its number, which its end is reported with. */
    long sent() {
        return sent++;
    }

    void succeeded() {
        limit = Math.min(most, limit + 1 / limit);
    }

    /** Of many that were sent together and refused together only the first lowers the limit. */
    void limited(long number) {
        if (number >= sentAtDecrease) {
            limit = Math.max(1, limit / 2);
            sentAtDecrease = sent;
        }
    }
}
