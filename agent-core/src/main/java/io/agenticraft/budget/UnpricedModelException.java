package io.agenticraft.budget;

import io.agenticraft.policy.RefusedException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A budget limits money, and nobody knows what the model costs. */
public final class UnpricedModelException extends RefusedException {
    private static final long serialVersionUID = 1L;

    UnpricedModelException(String budget, String target) {
        super("The budget " + budget + " limits money, and " + target + " has no price; add one to the price table,"
                + " or allow it with unknownPrice(COUNT_TOKENS_ONLY)");
    }

    /** Null: waiting does not help. */
    @Override
    public @Nullable Duration retryAfter() {
        return null;
    }

    @Override
    public boolean mayPassElsewhere() {
        return true;
    }
}
