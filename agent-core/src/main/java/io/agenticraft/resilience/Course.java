package io.agenticraft.resilience;

import io.agenticraft.model.ModelRequest;
import io.agenticraft.policy.CallEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which targets a call may go to, one after the other. Used by one step of the call at a time. */
final class Course {
    private final RunRoutes run;
    private final Target home;
    private final ModelRequest request;
    private final boolean bound;
    private @Nullable List<Target> targets;
    private int next;

    /** @param home where the call begins if nothing speaks against it */
    Course(RunRoutes run, Target home, ModelRequest request) {
        this.run = run;
        this.home = home;
        this.request = request;
        bound = run.isBound();
    }

    /** A target, and whether its circuit breaker has admitted the call. */
    record Stop(Target target, boolean admitted) {}

    /** Where a call goes instead of a target whose breaker refuses it: there nevertheless, if there is no other. */
    Stop insteadOf(Target refusing) {
        if (!hasNext()) {
            return new Stop(refusing, false);
        }
        skip(refusing);
        Stop other = next();
        return other != null ? other : new Stop(refusing, false);
    }

    /** The next target that may serve the request, or null. The last one is asked even if it should be left alone. */
    @Nullable
    Stop next() {
        for (Target target = advance(); target != null; target = advance()) {
            if (target.health().admits()) {
                return new Stop(target, true);
            }
            if (!hasNext()) {
                return new Stop(target, false);
            }
            skip(target);
        }
        return null;
    }

    /**
     * The next target for a second attempt beside another, or null if the very next one is to be left alone, or the run is
     * bound to a target: being slow is no reason to leave that one.
     */
    @Nullable
    Stop beside() {
        List<Target> others = bound ? List.of() : targets();
        for (int i = next; i < others.size(); i++) {
            Target target = others.get(i);
            if (target.objection(request) == null) {
                if (!target.health().admits()) {
                    return null;
                }
                next = i + 1;
                return new Stop(target, true);
            }
        }
        return null;
    }

    private void skip(Target target) {
        run.tell(new CallEvent.TargetSkipped(target.label(), "its circuit breaker is open"));
    }

    private @Nullable Target advance() {
        List<Target> others = targets();
        while (next < others.size()) {
            Target target = others.get(next++);
            String objection = target.objection(request);
            if (objection == null) {
                return target;
            }
            run.tell(new CallEvent.TargetSkipped(target.label(), objection));
        }
        return null;
    }

    /** Whether a target is left that may serve the request. */
    boolean hasNext() {
        List<Target> others = targets();
        for (int i = next; i < others.size(); i++) {
            if (others.get(i).objection(request) == null) {
                return true;
            }
        }
        return false;
    }

    private List<Target> targets() {
        List<Target> known = targets;
        if (known == null) {
            known = run.besides(home);
            targets = known;
        }
        return known;
    }
}
