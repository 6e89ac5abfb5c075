package io.agenticraft.selection;

/**
 * What a model's next call is expected to be like. Times in milliseconds. The last four are virtues from 0 to 1.
 *
 * @param until the clock's reading at which it is to be made anew
 * @param cacheShare the share of prompts' tokens that the provider's cache held
 */
record Estimate(
        long until,
        double latency,
        double p95Latency,
        double firstToken,
        double tokensPerSecond,
        double errorRate,
        double cacheShare,
        double reliability,
        double quickness,
        double promptness,
        double speed) {
    private static final double HALF_LATENCY = 2_000;
    private static final double HALF_FIRST_TOKEN = 500;
    private static final double HALF_SPEED = 50;

    static Estimate of(
            long until,
            double latency,
            double p95Latency,
            double firstToken,
            double tokensPerSecond,
            double errorRate,
            double cacheShare) {
        return new Estimate(
                until,
                latency,
                p95Latency,
                firstToken,
                tokensPerSecond,
                errorRate,
                cacheShare,
                1 - errorRate,
                HALF_LATENCY / (HALF_LATENCY + latency),
                HALF_FIRST_TOKEN / (HALF_FIRST_TOKEN + firstToken),
                tokensPerSecond / (tokensPerSecond + HALF_SPEED));
    }
}
