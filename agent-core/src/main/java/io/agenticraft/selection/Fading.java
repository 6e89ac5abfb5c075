package io.agenticraft.selection;

/** Forgetting by halves, in steps of a 64th of a half-life: a power per candidate would cost as much as the decision. */
final class Fading {
    private static final int STEPS = 64;
    private static final double[] WITHIN_A_HALF = new double[STEPS];
    /** After 20 half-lives less than a millionth is left, and counts as nothing. */
    private static final int MOST_HALVES = 20;

    static {
        for (int i = 0; i < STEPS; i++) {
            WITHIN_A_HALF[i] = Math.pow(0.5, (double) i / STEPS);
        }
    }

    private final long halfLife;
    private final double stepsPerNano;

    Fading(long halfLife) {
        this.halfLife = halfLife;
        stepsPerNano = (double) STEPS / halfLife;
    }

    /** A step's length in nanoseconds. */
    long step() {
        return Math.max(1, halfLife / STEPS);
    }

    /** What is left after so many nanoseconds, from 1 down to 0; of a time below zero all. */
    double left(long nanos) {
        double steps = Math.max(0, nanos) * stepsPerNano;
        if (steps >= MOST_HALVES * STEPS) {
            return 0;
        }
        int whole = (int) steps;
        return Math.scalb(WITHIN_A_HALF[whole % STEPS], -(whole / STEPS));
    }
}
