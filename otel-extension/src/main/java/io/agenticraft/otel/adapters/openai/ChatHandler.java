package io.agenticraft.otel.adapters.openai;

import com.openai.core.http.HttpResponseFor;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import io.agenticraft.otel.adapter.SeamHandler;
import io.opentelemetry.context.Scope;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Observes chat completions where all of them pass: the services that answer with raw responses. The other services
 * call those and parse what they answer, which is seen by {@link TrackedResponse}.
 *
 * @param <T> what the raw response is parsed to
 */
abstract class ChatHandler<T> implements SeamHandler {
    private final Endpoints endpoints;
    private final boolean streaming;

    ChatHandler(Class<?> service, boolean streaming) {
        endpoints = Endpoints.of(service);
        this.streaming = streaming;
    }

    /** Hears of the parsed answer, and makes what the host gets of it. */
    abstract T onParsed(T parsed, ChatCall call);

    @Override
    @SuppressWarnings("MustBeClosedChecker") // Closed at exit, which follows in any case.
    public final @Nullable Object enter(Object self, @Nullable Object[] args) {
        if (!(args[0] instanceof ChatCompletionCreateParams params)) {
            return null;
        }
        ChatCall call = ChatCall.start(new ChatRequest(params, endpoints.get(self), streaming));
        return new Entered(call, call.context().makeCurrent());
    }

    @Override
    public final @Nullable Object exit(Object token, @Nullable Object returned, @Nullable Throwable thrown) {
        Entered entered = (Entered) token;
        entered.scope.close();
        if (thrown != null) {
            entered.call.onFailure(thrown);
            return returned;
        }
        return observe(returned, entered.call);
    }

    @SuppressWarnings({"unchecked", "FutureReturnValueIgnored"
    }) // The seam's method says what it returns; the host gets it.
    private @Nullable Object observe(@Nullable Object returned, ChatCall call) {
        if (returned instanceof CompletableFuture<?> future) {
            return TrackedFuture.of(
                    (CompletableFuture<HttpResponseFor<T>>) future, response -> track(response, call), call::onFailure);
        }
        return returned == null ? null : track((HttpResponseFor<T>) returned, call);
    }

    private HttpResponseFor<T> track(HttpResponseFor<T> response, ChatCall call) {
        return new TrackedResponse<>(response, call, parsed -> onParsed(parsed, call));
    }

    private record Entered(ChatCall call, Scope scope) {}
}
