package io.agenticraft.javaagent.propagate;

import io.agenticraft.otel.adapter.SeamHandler;
import org.jspecify.annotations.Nullable;

/** Around {@code ForkJoinTask.doExec()}, through which every task of a fork-join pool runs. */
final class ForkedTaskHandler implements SeamHandler {
    private final Handoff handoff;

    ForkedTaskHandler(Handoff handoff) {
        this.handoff = handoff;
    }

    @Override
    public @Nullable Object enter(Object self, @Nullable Object[] args) {
        return handoff.enter(self);
    }

    @Override
    public @Nullable Object exit(Object token, @Nullable Object returned, @Nullable Throwable thrown) {
        handoff.leave((Snapshot.Entered) token);
        return returned;
    }
}
