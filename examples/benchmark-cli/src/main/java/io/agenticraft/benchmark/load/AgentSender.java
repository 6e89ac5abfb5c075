package io.agenticraft.benchmark.load;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunEvent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.agent.RunResult;
import io.agenticraft.agent.RunSink;
import io.agenticraft.benchmark.measure.Recording;
import io.agenticraft.benchmark.measure.Stopwatch;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelEvent;
import io.agenticraft.policy.Causes;
import io.agenticraft.pricing.Price;
import io.agenticraft.pricing.PriceTable;
import io.agenticraft.registry.Binding;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Sends prompts through an agent that remembers nothing: each request is a conversation of its own. */
final class AgentSender implements Sender {
    private final Agent agent;
    private final Plan plan;
    private final PriceTable prices;
    private final LongSupplier clock;

    AgentSender(Agent agent, Plan plan, PriceTable prices, LongSupplier clock) {
        this.agent = agent;
        this.plan = plan;
        this.prices = prices;
        this.clock = clock;
    }

    @Override
    public Runnable send(int prompt, Stopwatch watch, Consumer<Done> done) {
        RunOptions options = RunOptions.defaults().withTimeout(plan.timeout()).with(plan.options());
        List<Message> input = List.of(Message.user(plan.prompts().get(prompt)));
        CompletableFuture<RunResult> run = agent.start(input, options, plan.streaming() ? sink(watch) : null);
        var unused = run.whenComplete(
                (result, failure) -> done.accept(end(prompt, watch, result, Causes.ofNullable(failure))));
        return () -> run.cancel(true);
    }

    private Done end(int prompt, Stopwatch watch, @Nullable RunResult result, @Nullable Throwable failure) {
        watch.end(clock.getAsLong());
        try {
            return new Done(prompt, watch, spent(result), failure);
        } catch (RuntimeException e) {
            return new Done(prompt, watch, null, e); // or the loop would wait for it without end
        }
    }

    /** Counts what the model said, not that it began to. */
    private RunSink sink(Stopwatch watch) {
        return event -> {
            if (event instanceof RunEvent.Delta delta && !(delta.event() instanceof ModelEvent.Started)) {
                watch.piece(clock.getAsLong());
            }
        };
    }

    /** As it was asked for, which price lists know, unless another provider has answered. */
    private String modelOf(RunResult result) {
        Binding asked = agent.binding();
        return result.provider().equals(asked.provider().name()) ? asked.model() : result.model();
    }

    private Recording.@Nullable Spent spent(@Nullable RunResult result) {
        if (result == null) {
            return null;
        }
        Price price = prices.price(result.provider(), modelOf(result));
        return new Recording.Spent(
                result.usage().inputTokens(),
                result.usage().outputTokens(),
                price == null ? null : price.cost(result.usage()));
    }
}
