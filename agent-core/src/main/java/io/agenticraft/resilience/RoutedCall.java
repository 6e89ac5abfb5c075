package io.agenticraft.resilience;

import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.policy.Attempt;
import io.agenticraft.policy.Attempt.Reason;
import io.agenticraft.policy.CallEvent;
import io.agenticraft.provider.EventSink;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call with all its attempts. At most two are in flight; while one is, nothing is decided, and whoever ends the last one
 * decides alone what comes next. The lock guards who is in flight, who has won and whether all is over.
 */
final class RoutedCall extends CompletableFuture<ModelResponse> {
    private final RunRoutes run;
    private final ModelRequest request;
    private final @Nullable EventSink sink;
    private final long startNanos;
    private volatile boolean over;
    private int attempts;
    private @Nullable Recovery recovery;
    private @Nullable Setbacks setbacks;
    private @Nullable Leg main;
    private @Nullable Leg hedge;
    private @Nullable Leg winner;
    private boolean hedged;
    private @Nullable Runnable timer;
    private @Nullable Runnable deadline;

    RoutedCall(RunRoutes run, ModelRequest request, @Nullable EventSink sink) {
        this.run = run;
        this.request = request;
        this.sink = sink;
        startNanos = nanoTime();
    }

    RunRoutes run() {
        return run;
    }

    Settings settings() {
        return run.settings();
    }

    ModelRequest request() {
        return request;
    }

    boolean isStream() {
        return sink != null;
    }

    EventSink sink() {
        return Objects.requireNonNull(sink);
    }

    boolean isOver() {
        return over;
    }

    long nanoTime() {
        return settings().nanoClock().getAsLong();
    }

    /** What is left of the call's time and of its run's. */
    Duration remaining() {
        Duration ofRun = run.remaining();
        Duration limit = settings().callTimeout();
        if (limit == null) {
            return ofRun;
        }
        Duration own = limit.minusNanos(nanoTime() - startNanos);
        return own.compareTo(ofRun) < 0 ? own : ofRun;
    }

    synchronized boolean hasAttemptLeft() {
        return attempts < settings().attemptsPerCall();
    }

    synchronized Attempt nextAttempt(Reason reason) {
        attempts++;
        return attempts == 1 && reason == Reason.FIRST ? Attempt.first() : new Attempt(attempts, reason);
    }

    /** Makes the first attempt. */
    void begin() {
        guarded(() -> {
            Duration limit = settings().callTimeout();
            if (limit != null) {
                setDeadline(limit);
            }
            Course.Stop stop = firstStop();
            boolean asPlanned = stop.target() == run.home();
            Leg first = new Leg(this, stop, nextAttempt(asPlanned ? Reason.FIRST : Reason.FALLBACK), 0);
            if (!asPlanned) {
                run.tell(new CallEvent.FellBack(
                        first.attempt(), run.home().label(), stop.target().label()));
            }
            launch(first);
            Hedger.arm(this, first);
        });
    }

    private Course.Stop firstStop() {
        Target home = run.home();
        return home.health().admits() ? new Course.Stop(home, true) : recovery().insteadOf(home);
    }

    private void setDeadline(Duration limit) {
        Runnable callOff = settings().scheduler().schedule(() -> expire(limit), limit);
        synchronized (this) {
            deadline = callOff;
        }
        if (over) {
            callOff.run();
        }
    }

    private void expire(Duration limit) {
        String what = "gave no whole answer within " + limit.toMillis() + " ms and " + attemptsMade() + " attempts";
        conclude(Expired.at(run.home(), what));
    }

    private synchronized int attemptsMade() {
        return attempts;
    }

    synchronized Recovery recovery() {
        Recovery known = recovery;
        if (known == null) {
            known = new Recovery(this, new Course(run, request));
            recovery = known;
        }
        return known;
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

    /** Sends an attempt while no other is in flight. */
    void launch(Leg leg) {
        synchronized (this) {
            main = leg;
        }
        if (over) {
            leg.giveUp();
        }
        leg.start();
    }

    /** Sends a second attempt, if the first is still waited for. */
    boolean launchBeside(Leg first, Supplier<@Nullable Leg> maker) {
        Leg second;
        synchronized (this) {
            if (over || winner != null || main != first) {
                return false;
            }
            second = maker.get();
            hedge = second;
            hedged = second != null;
        }
        if (second == null) {
            return false;
        }
        second.start();
        return true;
    }

    /** Whether the attempt is, or by this becomes, the one whose answer counts. */
    boolean claim(Leg leg) {
        Leg loser;
        Runnable pending;
        synchronized (this) {
            if (over || winner != null) {
                return winner == leg && !over;
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
        if (hedged) {
            run.tell(new CallEvent.HedgeEnded(leg.attempt(), leg.target().label()));
        }
        return true;
    }

    void answered(Leg leg, @Nullable Relay relay, ModelResponse response) {
        if (claim(leg)) {
            guarded(() -> {
                if (relay != null) {
                    relay.flow();
                }
                run.answeredBy(leg.target());
                complete(response);
            });
        }
    }

    void failed(Leg leg, Throwable failure) {
        boolean last;
        Runnable pending;
        synchronized (this) {
            if (over || (winner != null && winner != leg)) {
                return;
            }
            setbacks = setbacks == null ? new Setbacks() : setbacks;
            setbacks.add(leg.attempt(), leg.target().label(), failure, leg.age());
            main = leg == main ? null : main;
            hedge = leg == hedge ? null : hedge;
            last = main == null && hedge == null;
            pending = last ? timer : null;
            timer = last ? null : timer;
        }
        callOff(pending);
        run.tell(new CallEvent.AttemptFailed(leg.attempt(), leg.target().label(), failure));
        if (hasWon(leg) || Remedy.of(failure) == Remedy.NONE) {
            conclude(failure);
        } else if (last) {
            guarded(() -> recovery().after(leg, failure));
        }
    }

    private synchronized boolean hasWon(Leg leg) {
        return winner == leg;
    }

    /** Fails the call for good; the failure tells of those before. */
    void conclude(Throwable failure) {
        synchronized (this) {
            if (setbacks != null) {
                setbacks.attachTo(failure);
            }
        }
        completeExceptionally(failure);
    }

    /** Whatever goes wrong is the call's own failure, and never leaves it hanging. */
    void guarded(Runnable step) {
        try {
            step.run();
        } catch (Throwable e) {
            completeExceptionally(e);
        }
    }

    /** Ends the call once, from wherever; all that is under way is given up. */
    private boolean end() {
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

    @Override
    public boolean complete(@Nullable ModelResponse response) {
        return end() && super.complete(response);
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
        return end() && super.completeExceptionally(failure);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return end() ? super.cancel(mayInterruptIfRunning) : isCancelled();
    }
}
