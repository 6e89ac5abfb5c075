package io.agenticraft.otel.testing;

import io.agenticraft.model.FinishReason;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelEvent;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.Role;
import io.agenticraft.model.Text;
import io.agenticraft.model.ToolCall;
import io.agenticraft.model.Usage;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ModelProvider;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** A provider that answers what it was told to, one answer per call, on an executor. */
public final class ScriptedProvider implements ModelProvider {
    private final Queue<Supplier<CompletableFuture<ModelResponse>>> script = new ConcurrentLinkedQueue<>();
    private final Executor executor;
    private volatile Runnable onCall = () -> {};

    public ScriptedProvider(Executor executor) {
        this.executor = executor;
    }

    /** Answers where it is called. */
    public static ScriptedProvider inline() {
        return new ScriptedProvider(Runnable::run);
    }

    public ScriptedProvider says(String text) {
        return answers(response(Message.assistant(text), FinishReason.STOP));
    }

    public ScriptedProvider wants(ToolCall... calls) {
        return answers(response(new Message(Role.ASSISTANT, List.of(calls)), FinishReason.TOOL_CALLS));
    }

    public ScriptedProvider answers(ModelResponse response) {
        script.add(() -> CompletableFuture.completedFuture(response));
        return this;
    }

    public ScriptedProvider fails(Throwable failure) {
        script.add(() -> CompletableFuture.failedFuture(failure));
        return this;
    }

    /** The next call's future is {@code future} itself. */
    public ScriptedProvider returns(CompletableFuture<ModelResponse> future) {
        script.add(() -> future);
        return this;
    }

    /** Runs at each call, where the call is made. */
    public ScriptedProvider onCall(Runnable action) {
        onCall = action;
        return this;
    }

    public static ModelResponse response(Message message, FinishReason reason) {
        return new ModelResponse(
                "resp-1", "gpt-4o-2024", message, reason, null, new Usage(12L, 5L, 4L, 3L, 2L), "req-1", Map.of());
    }

    @Override
    public String name() {
        return "openai";
    }

    @Override
    public URI endpoint() {
        return URI.create("http://models.example:8080/v1");
    }

    @Override
    public CompletableFuture<ModelResponse> complete(ModelRequest request) {
        onCall.run();
        return next();
    }

    @Override
    public CompletableFuture<ModelResponse> stream(ModelRequest request, EventSink sink) {
        onCall.run();
        return next().thenApply(response -> {
            sink.onEvent(new ModelEvent.Started(response.id(), response.model()));
            for (var part : response.message().content()) {
                if (part instanceof Text text) {
                    sink.onEvent(new ModelEvent.TextDelta(text.text()));
                }
            }
            return response;
        });
    }

    private CompletableFuture<ModelResponse> next() {
        Supplier<CompletableFuture<ModelResponse>> answer = script.remove();
        CompletableFuture<ModelResponse> known = answer.get();
        if (!known.isDone()) {
            return known;
        }
        CompletableFuture<ModelResponse> later = new CompletableFuture<>();
        executor.execute(() -> {
            var unused = known.whenComplete((response, failure) -> {
                if (failure == null) {
                    later.complete(response);
                } else {
                    later.completeExceptionally(failure);
                }
            });
        });
        return later;
    }
}
