package io.agenticraft.batch;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.agent.RunResult;
import io.agenticraft.policy.CallDecorator;
import io.agenticraft.policy.Scheduler;
import io.agenticraft.registry.Binding;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** What holds for all items of a batch. */
record BatchSettings(
        Agent agent,
        String name,
        RunOptions options,
        int concurrency,
        int window,
        boolean ordered,
        Backoff backoff,
        Consumer<? super BatchProgress> onProgress,
        LongSupplier nanoClock,
        Scheduler scheduler) {

    /** Where an item goes first, as far as can be said before it is run. */
    Object target(Item item) {
        Binding own = options(item).binding();
        return own != null ? own : agent.binding();
    }

    private RunOptions options(Item item) {
        return item.request.options() != null ? item.request.options() : options;
    }

    /** Each item has a conversation of its own, so that the agent's memory neither reaches it nor hears of it. */
    CompletableFuture<RunResult> start(Item item) {
        RunOptions own = options(item);
        if (own.conversation() == null) {
            own = own.with(new Isolated(name + "/" + item.index));
        }
        RunOptions watched = own.decorated(CallDecorator.none(), tool -> {
            item.acted = true;
            return tool;
        });
        return agent.start(item.request.input(), watched, null);
    }
}
