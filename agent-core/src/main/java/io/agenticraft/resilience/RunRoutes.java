package io.agenticraft.resilience;

import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.policy.Attempt;
import io.agenticraft.policy.CallEvent;
import io.agenticraft.policy.CallScope;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.registry.Binding;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The calls of one run: they share a budget of attempts, and the target that they stay with. */
final class RunRoutes implements ModelProvider {
    private final Failover failover;
    private final Binding primary;
    private final UnaryOperator<ModelProvider> atTarget;
    private final CallScope scope;
    private final Target first;
    private final AtomicReference<@Nullable Target> answered = new AtomicReference<>();
    private final AtomicInteger extraAttempts;
    private @Nullable List<Target> all;

    RunRoutes(Failover failover, Binding primary, UnaryOperator<ModelProvider> atTarget, CallScope scope) {
        this.failover = failover;
        this.primary = primary.pinned();
        this.atTarget = atTarget;
        this.scope = scope;
        first = new Target(this.primary, Constraint.none(), failover.health(this.primary), atTarget);
        extraAttempts = new AtomicInteger(settings().extraAttemptsPerRun());
    }

    Settings settings() {
        return failover.settings();
    }

    @Nullable
    HedgeCap hedgeCap() {
        return failover.hedgeCap();
    }

    @Override
    public String name() {
        return primary.provider().name();
    }

    @Override
    public @Nullable URI endpoint() {
        return primary.provider().endpoint();
    }

    @Override
    public CompletableFuture<ModelResponse> complete(ModelRequest request) {
        return call(request, null);
    }

    @Override
    public CompletableFuture<ModelResponse> stream(ModelRequest request, EventSink sink) {
        return call(request, sink);
    }

    private CompletableFuture<ModelResponse> call(ModelRequest request, @Nullable EventSink sink) {
        RoutedCall call = new RoutedCall(this, request, sink);
        call.begin();
        return call;
    }

    /** Whether the run is bound to a target that has answered it. */
    boolean isBound() {
        return answered.get() != null;
    }

    /** A target's answer counts: the run stays there. Returns the answer with the name of who gave it. */
    ModelResponse answered(Target target, ModelResponse response) {
        Target bound = answered.get();
        if (bound == null || (bound != target && settings().movesWithinRun())) {
            answered.compareAndSet(bound, target);
        }
        return target == first || response.provider() != null
                ? response
                : response.answeredBy(target.name(), target.model());
    }

    /** Where a call goes if nothing speaks against it: to the target that the run is bound to, else to the primary one. */
    Target home() {
        Target bound = answered.get();
        return bound != null ? bound : first;
    }

    /** Where a call may go that does not stay at {@code home}: the primary target first, then the fallbacks in their order. */
    List<Target> besides(Target home) {
        if (isBound() && !settings().movesWithinRun()) {
            return List.of();
        }
        List<Target> others = new ArrayList<>(all());
        others.remove(home);
        return others;
    }

    /** The primary target and the fallbacks, without those that are the primary target already. */
    private synchronized List<Target> all() {
        List<Target> made = all;
        if (made == null) {
            made = new ArrayList<>(settings().fallbacks().size() + 1);
            made.add(first);
            for (Fallback one : settings().fallbacks()) {
                Binding pinned = one.binding().pinned();
                if (!pinned.equals(primary)) {
                    made.add(new Target(pinned, one.constraint(), failover.health(pinned), atTarget));
                }
            }
            all = made;
        }
        return made;
    }

    /** Whether the run may afford one more attempt; if so it is paid. */
    boolean payExtra() {
        return extraAttempts.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    /** An attempt that was paid is not made. */
    void refundExtra() {
        extraAttempts.incrementAndGet();
    }

    Duration remaining() {
        return scope.remaining();
    }

    void tell(CallEvent event) {
        scope.tell(event);
    }

    ModelProvider bound(Target target, Attempt attempt) {
        return target.bound(scope, attempt);
    }
}
