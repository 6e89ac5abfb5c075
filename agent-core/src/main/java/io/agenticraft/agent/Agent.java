package io.agenticraft.agent;

import io.agenticraft.conversation.Conversation;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Message;
import io.agenticraft.registry.Binding;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * A model with instructions, tools and a memory. Safe for use by many threads. All ways of running it lead through
 * {@link #start}, which decorators wrap; a decorator delegates the abstract methods and those that say what the agent is.
 *
 * <p>A run fails with a {@link io.agenticraft.provider.ProviderException} if a model call fails, with an
 * {@link AgentException} if it meets a bound, and with whatever a decorator or the memory throws; never wrapped.
 */
public interface Agent {

    /** An agent that is yet to be described. */
    static AgentBuilder builder() {
        return new AgentBuilder();
    }

    /** Names the agent, also in telemetry. */
    String name();

    default @Nullable String description() {
        return null;
    }

    /** How the model is to answer unless a run says otherwise. */
    default GenerationOptions generationOptions() {
        return GenerationOptions.none();
    }

    /** What the agent remembers from run to run unless a run brings its own; null: nothing. */
    default @Nullable Conversation memory() {
        return null;
    }

    /** Where blocking tools and the callbacks of {@link #runAsync} and {@link #stream} run. */
    default Executor executor() {
        return Threads.shared();
    }

    /** The provider and model that the next run will be pinned to. */
    Binding binding();

    /**
     * Moves the next runs to another provider and model; runs in flight keep theirs. A failure changes nothing.
     *
     * @param target such as {@code anthropic:claude-sonnet-4-5}; see
     *     {@link io.agenticraft.registry.ProviderRegistry#resolve} for what it throws
     */
    void switchTo(String target);

    /**
     * Moves the next runs to a provider and model that were resolved before, or that no registry knows; runs in flight
     * keep theirs.
     */
    void switchTo(Binding target);

    /**
     * Starts a run and returns at once. The lowest level: the future completes on the thread that ends the run, often a
     * provider's event loop, which its dependents must not block.
     *
     * @param input what is said to the agent
     * @param options what differs for this run
     * @param sink takes events as they happen and makes the model stream; null for a run that does not stream
     * @return the result; cancelling it aborts the run down to the wire
     */
    CompletableFuture<RunResult> start(List<Message> input, RunOptions options, @Nullable RunSink sink);

    /** {@link #run(List, RunOptions)} with one message of the user. */
    default RunResult run(String input) {
        return run(input, RunOptions.defaults());
    }

    /** {@link #run(List, RunOptions)} with one message of the user. */
    default RunResult run(String input, RunOptions options) {
        return run(List.of(Message.user(input)), options);
    }

    /**
     * Runs the agent and waits for the result. If the waiting thread is interrupted the run is cancelled, the thread
     * stays interrupted, and a {@link RunInterruptedException} is thrown.
     */
    default RunResult run(List<Message> input, RunOptions options) {
        return Waiting.await(start(input, options, null));
    }

    /** {@link #runAsync(List, RunOptions)} with one message of the user. */
    default CompletableFuture<RunResult> runAsync(String input) {
        return runAsync(input, RunOptions.defaults());
    }

    /** {@link #runAsync(List, RunOptions)} with one message of the user. */
    default CompletableFuture<RunResult> runAsync(String input, RunOptions options) {
        return runAsync(List.of(Message.user(input)), options);
    }

    /**
     * Runs the agent. The future completes on the agent's executor, so that its dependents may block; cancelling it
     * aborts the run down to the wire.
     */
    default CompletableFuture<RunResult> runAsync(List<Message> input, RunOptions options) {
        return Waiting.handOver(start(input, options, null), executor());
    }

    /** {@link #stream(List, RunOptions)} with one message of the user. */
    default Flow.Publisher<RunEvent> stream(String input) {
        return stream(input, RunOptions.defaults());
    }

    /** {@link #stream(List, RunOptions)} with one message of the user. */
    default Flow.Publisher<RunEvent> stream(String input, RunOptions options) {
        return stream(List.of(Message.user(input)), options);
    }

    /**
     * The events of a run that begins when a subscriber first asks for some; each subscriber gets a run of its own. A
     * subscriber that asks for no more holds the model's stream down to the socket; cancelling the subscription aborts
     * the run. Signals come on the agent's executor, one at a time.
     */
    default Flow.Publisher<RunEvent> stream(List<Message> input, RunOptions options) {
        return new RunPublisher(this, input, options);
    }
}
