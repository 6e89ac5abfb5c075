package io.agenticraft.testing;

import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ModelProvider;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A provider in memory that answers as a function says, remembers nothing, and streams nothing before the whole. */
public record FunctionProvider(String name, Function<ModelRequest, CompletableFuture<ModelResponse>> answers)
        implements ModelProvider {

    public static FunctionProvider of(Function<ModelRequest, CompletableFuture<ModelResponse>> answers) {
        return new FunctionProvider("fake", answers);
    }

    /** Says at once what it was told last. */
    public static FunctionProvider echo() {
        return of(request -> CompletableFuture.completedFuture(Answers.text(lastText(request))));
    }

    /** What was said last. */
    public static String lastText(ModelRequest request) {
        return request.messages().get(request.messages().size() - 1).text();
    }

    @Override
    public CompletableFuture<ModelResponse> complete(ModelRequest request) {
        return answers.apply(request);
    }

    @Override
    public CompletableFuture<ModelResponse> stream(ModelRequest request, EventSink sink) {
        return answers.apply(request);
    }
}
