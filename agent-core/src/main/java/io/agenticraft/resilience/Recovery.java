package io.agenticraft.resilience;

import io.agenticraft.policy.Attempt;
import io.agenticraft.policy.Attempt.Reason;
import io.agenticraft.policy.CallEvent;
import io.agenticraft.provider.ProviderException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Decides what follows when no attempt of a call is in flight any more. Asked by one thread at a time. */
final class Recovery {
    private final RoutedCall call;
    private final Course course;

    Recovery(RoutedCall call, Course course) {
        this.call = call;
        this.course = course;
    }

    /** Where the call begins if its first target's circuit breaker refuses it. */
    Course.Stop insteadOf(Target home) {
        return course.insteadOf(home);
    }

    /** The next target for a second attempt beside the first, or null. */
    Course.@Nullable Stop beside() {
        return course.beside();
    }

    void after(Leg leg, Throwable failure) {
        Remedy remedy = Remedy.of(failure);
        boolean done = call.hasAttemptLeft()
                && ((remedy == Remedy.AGAIN && retry(leg, failure))
                        || moveOn(leg)
                        || (remedy == Remedy.ELSEWHERE_OR_AGAIN && retry(leg, failure)));
        if (!done) {
            call.conclude(failure);
        }
    }

    private boolean retry(Leg leg, Throwable failure) {
        Duration delay = delay(leg, failure);
        if (delay == null
                || delay.compareTo(call.remaining()) >= 0
                || (leg.target().health().isOpen() && course.hasNext())
                || !call.run().payExtra()) {
            return false;
        }
        Attempt next = call.nextAttempt(Reason.RETRY);
        call.run().tell(new CallEvent.RetryScheduled(next, leg.target().label(), delay));
        call.hold(call.settings().scheduler().schedule(() -> call.guarded(() -> again(leg, next)), delay));
        return true;
    }

    private @Nullable Duration delay(Leg leg, Throwable failure) {
        if (leg.retry() >= call.settings().retriesPerTarget()) {
            return null;
        }
        Duration asked = failure instanceof ProviderException known ? known.retryAfter() : null;
        return call.settings()
                .backoff()
                .before(leg.retry(), asked, call.settings().random());
    }

    /** Asks the target again; or another one, if many others' calls have failed there meanwhile. */
    private void again(Leg leg, Attempt next) {
        Target target = leg.target();
        if (call.isOver()) {
            return;
        }
        if (target.health().admits()) {
            call.launch(new Leg(call, new Course.Stop(target, true), next, leg.retry() + 1));
            return;
        }
        Course.Stop stop = course.insteadOf(target);
        if (stop.target() == target) {
            call.launch(new Leg(call, stop, next, leg.retry() + 1));
        } else {
            goTo(stop, target, new Attempt(next.number(), Reason.FALLBACK));
        }
    }

    private boolean moveOn(Leg leg) {
        if (call.remaining().compareTo(Duration.ZERO) <= 0 || !call.run().payExtra()) {
            return false;
        }
        Course.Stop stop = course.next();
        if (stop == null) {
            call.run().refundExtra();
            return false;
        }
        goTo(stop, leg.target(), call.nextAttempt(Reason.FALLBACK));
        return true;
    }

    private void goTo(Course.Stop stop, Target from, Attempt next) {
        call.run().tell(new CallEvent.FellBack(next, from.label(), stop.target().label()));
        call.launch(new Leg(call, stop, next, 0));
    }
}
