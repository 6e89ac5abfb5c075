package io.agenticraft.selection;

/**
 * How much each virtue counts in a model's score, relative to the others. Each is between 0 and 1: quality as it is; the
 * share of calls that succeed; latency 1/2 at 2 s, first token 1/2 at 0.5 s, speed 1/2 at 50 tokens per second and
 * thrift 1/2 at 0.005 USD per call, all approaching 1 as they get better.
 */
public record Weights(
        double quality, double reliability, double latency, double firstToken, double speed, double thrift) {

    public Weights {
        double sum = 0;
        for (double weight : new double[] {quality, reliability, latency, firstToken, speed, thrift}) {
            if (!(weight >= 0)) {
                throw new IllegalArgumentException("A weight must be 0 or more: " + weight);
            }
            sum += weight;
        }
        if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("One of the weights must be above 0, and none infinite");
        }
        quality /= sum;
        reliability /= sum;
        latency /= sum;
        firstToken /= sum;
        speed /= sum;
        thrift /= sum;
    }

    /** Something of everything. */
    public static Weights balanced() {
        return new Weights(3, 3, 2, 1, 1, 2);
    }

    /** Whatever answers soonest and does not fail. */
    public static Weights fastest() {
        return new Weights(1, 2, 6, 2, 2, 1);
    }

    /** Whatever costs least and does not fail. */
    public static Weights cheapest() {
        return new Weights(1, 2, 1, 0, 0, 8);
    }

    /** Whatever answers best and does not fail. */
    public static Weights best() {
        return new Weights(10, 2, 1, 0, 0, 0);
    }
}
