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
 * One call with all its attempts. While one is in flight nothing is decided, and whoever ends the last one decides alone
 * what comes next.
 */
final class RoutedCall extends CompletableFuture<ModelResponse> {
    private final RunRoutes run;
    private final ModelRequest request;
    private final @Nullable EventSink sink;
    private final long startNanos;
    private final Target home;
    private final Race race = new Race();
    private int attempts;
    private @Nullable Recovery recovery;
    private @Nullable Setbacks setbacks;

    RoutedCall(RunRoutes run, ModelRequest request, @Nullable EventSink sink) {
        this.run = run;
        this.request = request;
        this.sink = sink;
        home = run.home();
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
        return race.isOver();
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
                race.setDeadline(settings().scheduler().schedule(() -> expire(limit), limit));
            }
            Course.Stop stop = firstStop();
            boolean asPlanned = stop.target() == home;
            Leg first = new Leg(this, stop, nextAttempt(asPlanned ? Reason.FIRST : Reason.FALLBACK), 0);
            if (!asPlanned) {
                run.tell(new CallEvent.FellBack(
                        first.attempt(), home.label(), stop.target().label()));
            }
            launch(first);
            Hedger.arm(this, first);
        });
    }

    private Course.Stop firstStop() {
        return home.health().admits() ? new Course.Stop(home, true) : recovery().insteadOf(home);
    }

    private void expire(Duration limit) {
        conclude(Expired.call(home, attemptsMade(), limit));
    }

    private synchronized int attemptsMade() {
        return attempts;
    }

    synchronized Recovery recovery() {
        Recovery known = recovery;
        if (known == null) {
            known = new Recovery(this, new Course(run, home, request));
            recovery = known;
        }
        return known;
    }

    /** Remembers what calls off the one thing that the call waits for besides its attempts. */
    void hold(Runnable callOff) {
        race.hold(callOff);
    }

    /** Sends an attempt while no other is in flight. */
    void launch(Leg leg) {
        race.enter(leg);
        leg.start();
    }

    /** Sends a second attempt, if the first is still waited for. */
    boolean launchBeside(Leg first, Supplier<@Nullable Leg> maker) {
        Leg second = race.enterBeside(first, maker);
        if (second == null) {
            return false;
        }
        second.start();
        return true;
    }

    /** Whether the attempt is, or by this becomes, the one whose answer counts. */
    boolean claim(Leg leg) {
        Race.Claim claim = race.claim(leg);
        if (claim == Race.Claim.WINS && race.wasHedged()) {
            run.tell(new CallEvent.HedgeEnded(leg.attempt(), leg.target().label()));
        }
        return claim != Race.Claim.LOST;
    }

    void answered(Leg leg, @Nullable Relay relay, ModelResponse response) {
        if (claim(leg)) {
            guarded(() -> {
                if (relay != null) {
                    relay.flow();
                }
                complete(run.answered(leg.target(), response));
            });
        }
    }

    void failed(Leg leg, Throwable failure) {
        remember(leg, failure);
        Race.Rest rest = race.leave(leg);
        if (rest == Race.Rest.OVER) {
            return;
        }
        run.tell(new CallEvent.AttemptFailed(leg.attempt(), leg.target().label(), failure));
        if (rest == Race.Rest.WINNER_FAILED || Remedy.of(failure) == Remedy.NONE) {
            conclude(failure);
        } else if (rest == Race.Rest.NONE) {
            guarded(() -> recovery().after(leg, failure));
        }
    }

    private synchronized void remember(Leg leg, Throwable failure) {
        setbacks = setbacks == null ? new Setbacks() : setbacks;
        setbacks.add(leg.attempt(), leg.target().label(), failure, leg.age());
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

    @Override
    public boolean complete(@Nullable ModelResponse response) {
        return race.end() && super.complete(response);
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
        return race.end() && super.completeExceptionally(failure);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return race.end() ? super.cancel(mayInterruptIfRunning) : isCancelled();
    }
}
