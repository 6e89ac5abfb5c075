package io.agenticraft.budget;

import io.agenticraft.policy.RefusedException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The store of the budgets cannot be asked, and calls are to be refused then. */
public final class BudgetUnavailableException extends RefusedException {
    private static final long serialVersionUID = 1L;

    BudgetUnavailableException() {
        super("The shared store of the budgets cannot be asked, and whenDown(refuse()) holds");
    }

    /** Null: nobody knows. */
    @Override
    public @Nullable Duration retryAfter() {
        return null;
    }

    @Override
    public boolean mayPassElsewhere() {
        return false;
    }
}
