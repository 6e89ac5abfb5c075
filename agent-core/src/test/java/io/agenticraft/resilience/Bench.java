package io.agenticraft.resilience;

import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.policy.CallEvent;
import io.agenticraft.policy.CallScope;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.registry.Binding;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.ScriptedProvider;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;

/** Two targets in memory, a clock that stands, no randomness, and an ear for what is decided. */
final class Bench {
    static final ModelRequest HELLO =
            ModelRequest.builder("model-a").messages(Message.user("hello")).build();

    final ManualTime time = new ManualTime();
    final ScriptedProvider a = new ScriptedProvider("a");
    final ScriptedProvider b = new ScriptedProvider("b");
    final List<CallEvent> events = new CopyOnWriteArrayList<>();

    static Binding at(ModelProvider provider) {
        return new Binding(provider, "model-" + provider.name());
    }

    /** Without randomness every back-off takes no time, but still goes through the timer. */
    FailoverBuilder failover() {
        return Failover.builder().scheduler(time).nanoClock(time).random(() -> 0.0);
    }

    /** From a to b. */
    FailoverBuilder toB() {
        return failover().fallback(at(b));
    }

    CallScope scope() {
        return CallScope.builder().observer(events::add).build();
    }

    CallScope scope(Duration limit) {
        return CallScope.builder()
                .observer(events::add)
                .deadline(time.getAsLong() + limit.toNanos(), time)
                .build();
    }

    /** The provider for the calls of one run that begins at {@code a}. */
    ModelProvider run(Failover failover) {
        return run(failover, a);
    }

    ModelProvider run(Failover failover, ModelProvider primary) {
        return scope().bind(Router.of(at(primary), failover));
    }

    CompletableFuture<ModelResponse> complete(FailoverBuilder failover) {
        return run(failover.build()).complete(HELLO);
    }

    CompletableFuture<ModelResponse> stream(FailoverBuilder failover, ModelProvider primary, EventSink sink) {
        return run(failover.build(), primary).stream(HELLO, sink);
    }

    /** Lets as much time pass as back-offs take. */
    String text(CompletableFuture<ModelResponse> call) {
        time.advance(Duration.ofMinutes(1));
        return call.getNow(Answers.text("not yet")).text();
    }

    Throwable failure(CompletableFuture<ModelResponse> call) {
        time.advance(Duration.ofMinutes(1));
        if (!call.isCompletedExceptionally()) {
            throw new AssertionError("No failure, but " + call);
        }
        try {
            throw new AssertionError("No failure, but " + call.join());
        } catch (CompletionException e) {
            return e.getCause() == null ? e : e.getCause();
        }
    }

    /** The kinds of the events. */
    List<String> heard() {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }
}
