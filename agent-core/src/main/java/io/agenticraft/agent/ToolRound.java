package io.agenticraft.agent;

import io.agenticraft.model.ToolCall;
import io.agenticraft.model.ToolResult;
import io.agenticraft.policy.Causes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The tool calls of one turn, all at once; the last to finish goes on with the run. */
final class ToolRound {
    /** Longer words of a failure are cut: they cost tokens. */
    private static final int MAX_FAILURE_CHARS = 2_000;

    private final Run run;
    private final List<ToolCall> calls;
    private final int turn;
    private final ToolResult[] results;
    private final AtomicInteger missing;
    private final List<Future<?>> started;

    ToolRound(Run run, List<ToolCall> calls, int turn) {
        this.run = run;
        this.calls = calls;
        this.turn = turn;
        this.results = new ToolResult[calls.size()];
        this.missing = new AtomicInteger(calls.size());
        this.started = new ArrayList<>(calls.size());
    }

    void begin() {
        run.hold(this::cancel);
        for (int i = 0; i < calls.size() && !run.hasEnded(); i++) {
            int index = i;
            ToolCall call = calls.get(i);
            run.emit(new RunEvent.ToolStarted(turn, call));
            if (run.hasEnded()) {
                return; // the sink ended it
            }
            CompletableFuture<String> answer = execute(call);
            add(answer);
            Waiting.whenEnded(answer, (text, failure) -> finished(index, result(call, text, failure)));
        }
    }

    private CompletableFuture<String> execute(ToolCall call) {
        try {
            return Objects.requireNonNull(
                    run.tool(call.name()).execute(call, run.executor()), "The tool returned no future");
        } catch (Throwable e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** The run may have ended since the round began, and then {@link #cancel} may not have seen this one. */
    private void add(Future<?> answer) {
        synchronized (started) {
            started.add(answer);
        }
        if (run.hasEnded()) {
            answer.cancel(true);
        }
    }

    private void cancel() {
        List<Future<?>> stopped;
        synchronized (started) {
            stopped = new ArrayList<>(started);
        }
        for (Future<?> answer : stopped) {
            answer.cancel(true);
        }
    }

    private void finished(int index, ToolResult result) {
        results[index] = result;
        run.emit(new RunEvent.ToolFinished(turn, result));
        if (missing.decrementAndGet() == 0) {
            run.toolsAnswered(Arrays.asList(results));
        }
    }

    private static ToolResult result(ToolCall call, @Nullable String text, @Nullable Throwable failure) {
        return failure == null
                ? new ToolResult(call.id(), call.name(), text == null ? "" : text, false)
                : new ToolResult(call.id(), call.name(), describe(Causes.of(failure)), true);
    }

    /** For the model, which has no use for a stack trace. */
    private static String describe(Throwable failure) {
        String message = failure.getMessage();
        String words = message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
        return "Error: "
                + (words.length() <= MAX_FAILURE_CHARS ? words : words.substring(0, MAX_FAILURE_CHARS) + "...");
    }
}
