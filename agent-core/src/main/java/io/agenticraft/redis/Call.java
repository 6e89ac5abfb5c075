package io.agenticraft.redis;

import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A command and the answer it waits for. */
final class Call extends CompletableFuture<@Nullable Response> {
    final Request request;

    Call(Request request) {
        this.request = request;
    }

    /** Calls back with the failure, or null. */
    @SuppressWarnings("FutureReturnValueIgnored")
    void whenEnded(Consumer<@Nullable Throwable> callback) {
        whenComplete((answer, failure) -> callback.accept(failure));
    }

    boolean fail(RedisException.Kind kind, String message) {
        return completeExceptionally(new RedisException(kind, message));
    }
}
