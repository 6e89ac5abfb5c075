package io.agenticraft.resilience;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call's attempts in flight, two at most: which of them has won, what else the call waits for, and whether all is over.
 * Its lock is never held while a provider or a sink is called.
 */
final class Race {
    private volatile boolean over;
    private @Nullable Leg main;
    private @Nullable Leg hedge;
    private @Nullable Leg winner;
    private boolean hedged;
    private @Nullable Runnable timer;
    private @Nullable Runnable deadline;

    /** How an attempt stands. */
    enum Claim {
        /** By this it has won. */
        WINS,
        /** It had won before. */
        HAS_WON,
        /** Another one has, or all is over. */
        LOST
    }

    /** How the call stands when an attempt has failed. */
    enum Rest {
        /** It failed after it had won: its failure is the call's. */
        WINNER_FAILED,
        /** Another attempt is still in flight. */
        ANOTHER,
        /** Nothing is in flight. */
        NONE,
        /** Nobody asks any more. */
        OVER
    }

    boolean isOver() {
        return over;
    }

    /** Remembers what calls off the call's own deadline. */
    void setDeadline(Runnable callOff) {
        synchronized (this) {
            deadline = callOff;
        }
        if (over) {
            callOff.run();
        }
    }

    /** Remembers what calls off the one thing that the call waits for besides its attempts. */
    void hold(Runnable callOff) {
        boolean late;
        synchronized (this) {
            late = over || winner != null;
            timer = late ? timer : callOff;
        }
        if (late) {
            callOff.run();
        }
    }

    /** An attempt is about to be sent while no other is in flight. */
    void enter(Leg leg) {
        synchronized (this) {
            main = leg;
        }
        if (over) {
            abandon(leg);
        }
    }

    /** A second attempt is made if the first is still waited for; null if not. */
    @Nullable
    synchronized Leg enterBeside(Leg first, Supplier<@Nullable Leg> maker) {
        if (over || winner != null || main != first) {
            return null;
        }
        hedge = maker.get();
        hedged = hedge != null;
        return hedge;
    }

    synchronized boolean wasHedged() {
        return hedged;
    }

    /** The first attempt that asks for it wins; the other one is cancelled. */
    Claim claim(Leg leg) {
        Leg loser;
        Runnable pending;
        synchronized (this) {
            if (over || winner != null) {
                return winner == leg && !over ? Claim.HAS_WON : Claim.LOST;
            }
            winner = leg;
            loser = leg == main ? hedge : main;
            pending = timer;
            timer = null;
        }
        callOff(pending);
        if (loser != null) {
            loser.lose();
        }
        return Claim.WINS;
    }

    /** An attempt has failed. */
    Rest leave(Leg leg) {
        Runnable pending;
        synchronized (this) {
            if (over || (winner != null && winner != leg)) {
                return Rest.OVER;
            }
            main = leg == main ? null : main;
            hedge = leg == hedge ? null : hedge;
            if (winner == leg || main != null || hedge != null) {
                return winner == leg ? Rest.WINNER_FAILED : Rest.ANOTHER;
            }
            pending = timer;
            timer = null;
        }
        callOff(pending);
        return Rest.NONE;
    }

    /** Ends it once, from wherever: all that is under way is given up. False if it had ended. */
    boolean end() {
        Leg first;
        Leg second;
        synchronized (this) {
            if (over) {
                return false;
            }
            over = true;
            first = main;
            second = hedge;
        }
        callOff(timer);
        callOff(deadline);
        abandon(first);
        abandon(second);
        return true;
    }

    private static void abandon(@Nullable Leg leg) {
        if (leg != null) {
            var unused = leg.giveUp();
        }
    }

    private static void callOff(@Nullable Runnable pending) {
        if (pending != null) {
            pending.run();
        }
    }
}
