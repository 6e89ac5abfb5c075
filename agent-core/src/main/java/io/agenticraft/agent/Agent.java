package io.agenticraft.agent;

import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Message;
import io.agenticraft.registry.Binding;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A model with instructions, tools and a memory. Safe for use by many threads. All ways of running it lead through
 * {@link #start}, which decorators wrap.
 */
public interface Agent {

    String name();

    default @Nullable String description() {
        return null;
    }

    /** How the model is to answer unless a run says otherwise. */
    default GenerationOptions generationOptions() {
        return GenerationOptions.none();
    }

    /** The provider and model that the next run will be pinned to. */
    Binding binding();

    /** Moves the next runs to another provider and model; runs in flight keep theirs. A failure changes nothing. */
    void switchTo(String target);

    /**
     * Starts a run and returns at once.
     *
     * @param input what is said to the agent
     * @param options what differs for this run
     * @param sink takes events as they happen and makes the model stream; null for a run that does not stream
     * @return the result; cancelling it aborts the run down to the wire
     */
    CompletableFuture<RunResult> start(List<Message> input, RunOptions options, @Nullable RunSink sink);
}
