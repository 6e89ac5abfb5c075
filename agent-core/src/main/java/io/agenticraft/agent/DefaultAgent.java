package io.agenticraft.agent;

import io.agenticraft.conversation.Conversation;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Message;
import io.agenticraft.registry.Binding;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The agent itself: settings that stay, and a binding that changes as a whole. */
final class DefaultAgent implements Agent {
    /** Lazily set: a release is all that publishing an immutable value needs, and spares the fence of a volatile write. */
    private static final AtomicReferenceFieldUpdater<DefaultAgent, Binding> BINDING =
            AtomicReferenceFieldUpdater.newUpdater(DefaultAgent.class, Binding.class, "binding");

    private final AgentSettings settings;
    private final Function<String, Binding> resolver;
    private volatile Binding binding;

    DefaultAgent(AgentSettings settings, Function<String, Binding> resolver, Binding binding) {
        this.settings = settings;
        this.resolver = resolver;
        this.binding = binding;
    }

    @Override
    public CompletableFuture<RunResult> start(List<Message> input, RunOptions options, @Nullable RunSink sink) {
        Binding own = options.binding();
        Binding pinned = (own != null ? own : binding).pinned();
        Run run = new Run(settings, options, pinned, sink);
        run.begin(List.copyOf(input), pinned);
        return run;
    }

    @Override
    public void switchTo(String target) {
        BINDING.lazySet(this, resolver.apply(target));
    }

    @Override
    public void switchTo(Binding target) {
        BINDING.lazySet(this, Objects.requireNonNull(target, "target"));
    }

    @Override
    public Binding binding() {
        return binding;
    }

    @Override
    public String name() {
        return settings.name;
    }

    @Override
    public @Nullable String description() {
        return settings.description;
    }

    @Override
    public GenerationOptions generationOptions() {
        return settings.generation;
    }

    @Override
    public @Nullable Conversation memory() {
        return settings.memory;
    }

    @Override
    public Executor executor() {
        return settings.executor;
    }

    @Override
    public String toString() {
        return "Agent[" + settings.name + " on " + binding + "]";
    }
}
