package io.agenticraft.agent;

import io.agenticraft.conversation.Conversation;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Message;
import io.agenticraft.model.ResponseFormat;
import io.agenticraft.policy.Scheduler;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What stays the same for all runs of an agent. */
final class AgentSettings {
    final String name;
    final @Nullable String description;
    final @Nullable Message instructions;
    final Toolbox tools;
    final @Nullable Conversation memory;
    final GenerationOptions generation;
    final ResponseFormat responseFormat;
    final int maxTurns;
    final Duration timeout;
    final Executor executor;
    final LongSupplier nanoClock;
    final Scheduler scheduler;
    final Composition composition;

    AgentSettings(AgentBuilder from) {
        name = from.name;
        description = from.description;
        instructions = from.instructions == null ? null : Message.system(from.instructions);
        tools = new Toolbox(from.tools);
        memory = from.memory;
        generation = from.generation;
        responseFormat = from.responseFormat;
        maxTurns = from.maxTurns;
        timeout = from.timeout;
        executor = from.executor;
        nanoClock = from.nanoClock;
        scheduler = from.scheduler;
        composition = from.composition();
    }
}
