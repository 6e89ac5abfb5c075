package io.agenticraft.testing;

import io.agenticraft.model.Content;
import io.agenticraft.model.ModelEvent;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.Text;
import io.agenticraft.model.ToolCall;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ModelProvider;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A provider in memory that answers call after call as it was told, and remembers what it was asked. It answers on the
 * calling thread; streams come word by word.
 */
public final class ScriptedProvider implements ModelProvider {
    private final String name;
    private final Queue<Function<ModelRequest, CompletableFuture<ModelResponse>>> script = new ArrayDeque<>();
    private final List<ModelRequest> requests = new CopyOnWriteArrayList<>();
    private final List<CompletableFuture<ModelResponse>> calls = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    public ScriptedProvider(String name) {
        this.name = name;
    }

    /** A provider named {@code fake} that gives these answers. */
    public static ScriptedProvider answering(ModelResponse... answers) {
        ScriptedProvider provider = new ScriptedProvider("fake");
        for (ModelResponse answer : answers) {
            provider.then(answer);
        }
        return provider;
    }

    public ScriptedProvider then(ModelResponse answer) {
        return then(request -> CompletableFuture.completedFuture(answer));
    }

    public ScriptedProvider thenFail(Throwable failure) {
        return then(request -> CompletableFuture.failedFuture(failure));
    }

    /** The next call never ends by itself. */
    public ScriptedProvider thenHang() {
        return then(request -> new CompletableFuture<>());
    }

    public synchronized ScriptedProvider then(Function<ModelRequest, CompletableFuture<ModelResponse>> step) {
        script.add(step);
        return this;
    }

    /** What was asked so far. */
    public List<ModelRequest> requests() {
        return requests;
    }

    /** The futures that callers were given so far. */
    public List<CompletableFuture<ModelResponse>> calls() {
        return calls;
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public CompletableFuture<ModelResponse> complete(ModelRequest request) {
        CompletableFuture<ModelResponse> call = answer(request);
        calls.add(call);
        return call;
    }

    @Override
    public CompletableFuture<ModelResponse> stream(ModelRequest request, EventSink sink) {
        CompletableFuture<ModelResponse> whole = answer(request);
        if (whole.isDone() && !whole.isCompletedExceptionally()) {
            emit(whole.join(), sink);
        }
        calls.add(whole);
        return whole;
    }

    private CompletableFuture<ModelResponse> answer(ModelRequest request) {
        requests.add(request);
        Function<ModelRequest, CompletableFuture<ModelResponse>> step = next();
        return step == null
                ? CompletableFuture.failedFuture(new AssertionError("There is no answer to call " + requests.size()))
                : step.apply(request);
    }

    private synchronized @Nullable Function<ModelRequest, CompletableFuture<ModelResponse>> next() {
        return script.poll();
    }

    private static void emit(ModelResponse response, EventSink sink) {
        sink.onEvent(new ModelEvent.Started(response.id(), response.model()));
        int index = 0;
        for (Content part : response.message().content()) {
            if (part instanceof Text text) {
                for (String word : text.text().split("(?<= )", -1)) {
                    sink.onEvent(new ModelEvent.TextDelta(word));
                }
            } else if (part instanceof ToolCall call) {
                sink.onEvent(new ModelEvent.ToolCallDelta(index++, call.id(), call.name(), call.arguments()));
            }
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
