package io.agenticraft.resilience;

import io.agenticraft.policy.Attempt.Reason;
import io.agenticraft.policy.CallEvent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Makes a second attempt beside a call's first one if that is slow. */
final class Hedger {
    private final RoutedCall call;
    private final Hedging hedging;
    private final HedgeCap cap;
    private final Leg first;
    private final Duration after;

    private Hedger(RoutedCall call, Hedging hedging, HedgeCap cap, Leg first, Duration after) {
        this.call = call;
        this.hedging = hedging;
        this.cap = cap;
        this.first = first;
        this.after = after;
    }

    /** Waits, where calls are hedged and it is known what is slow. */
    static void arm(RoutedCall call, Leg first) {
        Hedging hedging = call.settings().hedging();
        HedgeCap cap = call.run().hedgeCap();
        if (hedging == null || cap == null) {
            return;
        }
        cap.earn();
        long slow = first.target().health().slowAfter(call.isStream());
        if (slow < 0 || first.isOver()) {
            return;
        }
        Duration quantile = Duration.ofNanos(slow);
        Duration after = quantile.compareTo(hedging.floor()) > 0 ? quantile : hedging.floor();
        Hedger hedger = new Hedger(call, hedging, cap, first, after);
        call.hold(call.settings().scheduler().schedule(hedger::hedge, after));
    }

    private void hedge() {
        if (!call.hasAttemptLeft() || call.remaining().compareTo(Duration.ZERO) <= 0 || !cap.take()) {
            return;
        }
        if (!call.run().payExtra()) {
            cap.giveBack();
        } else if (!call.launchBeside(first, this::second)) {
            cap.giveBack();
            call.run().refundExtra();
        }
    }

    /** Tells of it before anybody can tell that it has ended. */
    private @Nullable Leg second() {
        Course.Stop stop = stop();
        if (stop == null) {
            return null;
        }
        int retry = stop.target() == first.target() ? first.retry() + 1 : 0;
        Leg second = new Leg(call, stop, call.nextAttempt(Reason.HEDGE), retry);
        call.run()
                .tell(new CallEvent.HedgeStarted(second.attempt(), stop.target().label(), after));
        return second;
    }

    private Course.@Nullable Stop stop() {
        if (hedging.elsewhere()) {
            Course.Stop other = call.recovery().beside();
            if (other != null) {
                return other;
            }
        }
        Target same = first.target();
        return same.health().admits() ? new Course.Stop(same, true) : null;
    }
}
