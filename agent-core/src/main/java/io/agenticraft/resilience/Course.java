package io.agenticraft.resilience;

import io.agenticraft.model.ModelRequest;
import io.agenticraft.policy.CallEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which targets a call may go to, one after the other. Used by one step of the call at a time. */
final class Course {
    private final RunRoutes run;
    private final ModelRequest request;
    private final boolean open;
    private int next;

    Course(RunRoutes run, ModelRequest request) {
        this.run = run;
        this.request = request;
        open = !run.isBound();
    }

    /** A target, and whether its circuit breaker has admitted the call. */
    record Stop(Target target, boolean admitted) {}

    /** Where a call goes instead of a target whose breaker refuses it: there nevertheless, if there is no other. */
    Stop insteadOf(Target home) {
        if (!hasNext()) {
            return new Stop(home, false);
        }
        skip(home);
        Stop other = next();
        return other != null ? other : new Stop(home, false);
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

    /** The next target for a second attempt beside another, or null if the very next one is to be left alone. */
    @Nullable
    Stop beside() {
        List<Target> targets = targets();
        for (int i = next; i < targets.size(); i++) {
            Target target = targets.get(i);
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
        List<Target> targets = targets();
        while (next < targets.size()) {
            Target target = targets.get(next++);
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
        List<Target> targets = targets();
        for (int i = next; i < targets.size(); i++) {
            if (targets.get(i).objection(request) == null) {
                return true;
            }
        }
        return false;
    }

    private List<Target> targets() {
        return open ? run.fallbacks() : List.of();
    }
}
