package io.agenticraft.otel.testing;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunEvent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.agent.RunResult;
import io.agenticraft.agent.RunSink;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.ToolCall;
import io.agenticraft.model.ToolResult;
import io.agenticraft.model.Usage;
import io.agenticraft.policy.CallScope;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.registry.Binding;
import io.agenticraft.tool.Tool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Somebody's own agent: the smallest loop between a model and its tools, all tools of a turn at once. */
public record LoopAgent(String name, Binding binding, List<Tool> tools, Executor executor) implements Agent {

    @Override
    public String description() {
        return "Answers";
    }

    @Override
    public void switchTo(String target) {
        throw new UnsupportedOperationException(target);
    }

    @Override
    public void switchTo(Binding target) {
        throw new UnsupportedOperationException(target.toString());
    }

    @Override
    public CompletableFuture<RunResult> start(List<Message> input, RunOptions options, @Nullable RunSink sink) {
        Run run = new Run(
                CallScope.builder().decorator(options.provider()).build().bind(binding.provider()),
                tools.stream().map(options.tool()).toList(),
                sink,
                new ArrayList<>(input),
                new ArrayList<>(),
                new AtomicReference<>(new CompletableFuture<>()));
        CompletableFuture<RunResult> result = new CompletableFuture<>();
        var unused = turn(run, 1, Usage.unknown()).whenComplete((value, failure) -> {
            if (failure != null) {
                result.completeExceptionally(failure instanceof CompletionException ? failure.getCause() : failure);
                return;
            }
            if (sink != null) {
                sink.onEvent(new RunEvent.Finished(value));
            }
            result.complete(value);
        });
        var unusedToo = result.whenComplete(
                (value, failure) -> Objects.requireNonNull(run.inFlight.get()).cancel(true));
        return result;
    }

    private CompletableFuture<RunResult> turn(Run run, int turn, Usage before) {
        ModelRequest request = ModelRequest.builder(binding.model())
                .messages(List.copyOf(run.messages))
                .build();
        RunSink sink = run.sink;
        CompletableFuture<ModelResponse> answer = sink == null
                ? run.provider.complete(request)
                : run.provider.stream(request, event -> sink.onEvent(new RunEvent.Delta(turn, event)));
        run.inFlight.set(answer);
        return answer.thenCompose(response -> {
            Usage usage = before.plus(response.usage());
            run.messages.add(response.message());
            if (response.message().toolCalls().isEmpty()) {
                return CompletableFuture.completedFuture(result(run, turn, usage, response));
            }
            return callTools(run, response.message().toolCalls()).thenCompose(done -> turn(run, turn + 1, usage));
        });
    }

    private CompletableFuture<Void> callTools(Run run, List<ToolCall> calls) {
        run.calls.addAll(calls);
        List<CompletableFuture<ToolResult>> results =
                calls.stream().map(call -> callTool(run, call)).toList();
        return CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
                .thenAccept(done -> run.messages.add(Message.tool(
                        results.stream().map(CompletableFuture::join).toList())));
    }

    private CompletableFuture<ToolResult> callTool(Run run, ToolCall call) {
        Tool tool = run.tools.stream()
                .filter(candidate -> candidate.spec().name().equals(call.name()))
                .findFirst()
                .orElseThrow();
        return tool.execute(call, executor)
                .handle((text, failure) ->
                        new ToolResult(call.id(), call.name(), failure == null ? text : "failed", failure != null));
    }

    private static RunResult result(Run run, int turns, Usage usage, ModelResponse last) {
        return new RunResult(
                last.text(),
                run.messages,
                run.calls,
                usage,
                turns,
                run.provider.name() + ":" + last.model(),
                run.provider.name(),
                String.valueOf(last.model()),
                last.finishReason(),
                last.id(),
                null,
                Duration.ZERO);
    }

    private record Run(
            ModelProvider provider,
            List<Tool> tools,
            @Nullable RunSink sink,
            List<Message> messages,
            List<ToolCall> calls,
            AtomicReference<CompletableFuture<ModelResponse>> inFlight) {}
}
