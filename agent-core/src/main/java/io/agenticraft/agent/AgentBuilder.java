package io.agenticraft.agent;

import io.agenticraft.conversation.Conversation;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.ResponseFormat;
import io.agenticraft.policy.ModelPolicy;
import io.agenticraft.policy.Routing;
import io.agenticraft.policy.Scheduler;
import io.agenticraft.registry.Binding;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.tool.Tool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Collects an {@link Agent}. Only the model is needed. */
public final class AgentBuilder {
    /** {@value} model calls per run. */
    public static final int DEFAULT_MAX_TURNS = 10;

    /** {@value} minutes per run. */
    public static final int DEFAULT_TIMEOUT_MINUTES = 10;

    String name = "agent";

    @Nullable
    String description;

    @Nullable
    String instructions;

    final List<Tool> tools = new ArrayList<>();

    @Nullable
    Conversation memory;

    GenerationOptions generation = GenerationOptions.none();
    ResponseFormat responseFormat = ResponseFormat.text();
    int maxTurns = DEFAULT_MAX_TURNS;
    Duration timeout = Duration.ofMinutes(DEFAULT_TIMEOUT_MINUTES);
    Executor executor = Threads.shared();
    LongSupplier nanoClock = System::nanoTime;
    Scheduler scheduler = Scheduler.system();

    private final List<ModelPolicy> outer = new ArrayList<>();
    private @Nullable ModelPolicy cache;
    private @Nullable Routing routing;
    private @Nullable ModelPolicy admission;
    private @Nullable ModelPolicy budgets;
    private @Nullable ModelPolicy stats;

    private @Nullable String model;
    private @Nullable Binding binding;
    private @Nullable ProviderRegistry registry;

    AgentBuilder() {}

    /** Names the agent in telemetry; by default {@code agent}. */
    public AgentBuilder name(String value) {
        name = Objects.requireNonNull(value, "name");
        return this;
    }

    /** What the agent is for, in telemetry. */
    public AgentBuilder description(String value) {
        description = value;
        return this;
    }

    /** The system prompt of every run. */
    public AgentBuilder instructions(String value) {
        instructions = value;
        return this;
    }

    /** The provider and model, such as {@code openai:gpt-4o-mini}, which the registry resolves. */
    public AgentBuilder model(String value) {
        model = Objects.requireNonNull(value, "model");
        binding = null;
        return this;
    }

    /** The provider instance and model, whatever the registry knows. */
    public AgentBuilder model(Binding value) {
        binding = Objects.requireNonNull(value, "model");
        model = null;
        return this;
    }

    /** Adds a tool. */
    public AgentBuilder tool(Tool value) {
        tools.add(Objects.requireNonNull(value, "tool"));
        return this;
    }

    /** Adds tools. */
    public AgentBuilder tools(List<? extends Tool> values) {
        values.forEach(this::tool);
        return this;
    }

    /** Adds tools. */
    public AgentBuilder tools(Tool... values) {
        return tools(Arrays.asList(values));
    }

    /** What the agent remembers from run to run; by default nothing. */
    public AgentBuilder memory(Conversation value) {
        memory = value;
        return this;
    }

    /** Resolves names; by default {@link ProviderRegistry#shared()}. Whoever made it closes it. */
    public AgentBuilder registry(ProviderRegistry value) {
        registry = value;
        return this;
    }

    /** How the model is to answer; by default as its provider sees fit. */
    public AgentBuilder generation(GenerationOptions value) {
        generation = Objects.requireNonNull(value, "generation");
        return this;
    }

    /** The form of the answers; by default text. */
    public AgentBuilder responseFormat(ResponseFormat value) {
        responseFormat = Objects.requireNonNull(value, "responseFormat");
        return this;
    }

    /** How many model calls a run may make; by default {@value #DEFAULT_MAX_TURNS}. */
    public AgentBuilder maxTurns(int value) {
        maxTurns = RunOptions.positive(value);
        return this;
    }

    /** How long a run may take in all; by default {@value #DEFAULT_TIMEOUT_MINUTES} minutes. */
    public AgentBuilder timeout(Duration value) {
        timeout = RunOptions.positive(value);
        return this;
    }

    /**
     * Where blocking tools and callbacks run; by default a pool of daemon threads that grows as needed, shared by all
     * agents. On JDK 21 and later {@code Executors.newVirtualThreadPerTaskExecutor()} serves well.
     */
    public AgentBuilder executor(Executor value) {
        executor = Objects.requireNonNull(value, "executor");
        return this;
    }

    /** Remembers answers; by default nothing is remembered. See the README for the order of all policies. */
    public AgentBuilder cache(ModelPolicy value) {
        cache = value;
        return this;
    }

    /** Retries, falls back to other targets and hedges; by default each model call is one attempt. */
    public AgentBuilder routing(Routing value) {
        routing = value;
        return this;
    }

    /** Keeps to rate limits, at each target; by default calls are sent at once. */
    public AgentBuilder admission(ModelPolicy value) {
        admission = value;
        return this;
    }

    /** Keeps to budgets of money and tokens, at each target; by default there are none. */
    public AgentBuilder budgets(ModelPolicy value) {
        budgets = value;
        return this;
    }

    /** Measures each attempt at each target; by default nothing is measured. */
    public AgentBuilder stats(ModelPolicy value) {
        stats = value;
        return this;
    }

    /** Any further policy, outside all others; those added later stand further out. */
    public AgentBuilder policy(ModelPolicy value) {
        outer.add(Objects.requireNonNull(value, "policy"));
        return this;
    }

    AgentBuilder nanoClock(LongSupplier value) {
        nanoClock = value;
        return this;
    }

    AgentBuilder scheduler(Scheduler value) {
        scheduler = value;
        return this;
    }

    Composition composition() {
        return new Composition(List.copyOf(outer), cache, routing, admission, budgets, stats);
    }

    /**
     * Makes the agent; nothing is sent.
     *
     * @throws IllegalStateException if there is no model, or a setting of its provider is missing
     * @throws IllegalArgumentException if the model's name is malformed or its provider unknown, or two tools have one
     *     name
     */
    public Agent build() {
        return new DefaultAgent(new AgentSettings(this), this::resolve, initial());
    }

    private Binding initial() {
        if (binding != null) {
            return binding;
        }
        if (model == null) {
            throw new IllegalStateException("An agent needs a model: Agent.builder().model(\"openai:gpt-4o-mini\")");
        }
        return resolve(model);
    }

    private Binding resolve(String target) {
        ProviderRegistry names = registry != null ? registry : ProviderRegistry.shared();
        return names.resolve(target);
    }
}
