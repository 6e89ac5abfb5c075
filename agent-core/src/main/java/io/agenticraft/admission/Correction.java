package io.agenticraft.admission;

import io.agenticraft.estimate.TokenEstimate;
import io.agenticraft.model.Usage;

/** What guesses of tokens turned out to be. Not safe for use by many threads. */
final class Correction {
    private static final double WEIGHT = 0.1;
    private static final double LEAST = 0.25;
    private static final double MOST = 4;
    private static final double FIRST_OUTPUT = 256;

    private double input = 1;
    private double output = FIRST_OUTPUT;

    /** The factor for a prompt's guessed tokens. */
    double input() {
        return input;
    }

    /** The tokens of an answer that has no bound. */
    long output() {
        return (long) Math.ceil(output);
    }

    /** @param guess uncorrected */
    void learn(TokenEstimate guess, Usage real) {
        if (real.inputTokens() != null && guess.input() > 0 && real.inputTokens() > 0) {
            double seen = (double) real.inputTokens() / guess.input();
            input += WEIGHT * (Math.max(LEAST, Math.min(MOST, seen)) - input);
        }
        if (real.outputTokens() != null) {
            output += WEIGHT * (real.outputTokens() - output);
        }
    }
}
