package io.agenticraft.redis;

import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One connection, which is never used again once it is closed. */
final class Link {
    private final Redis client;
    private final RedisConnection connection;

    Link(Redis client, RedisConnection connection) {
        this.client = client;
        this.connection = connection;
    }

    /** Sends and calls back, with an answer, a null one included, or a failure. */
    void send(Request request, BiConsumer<@Nullable Response, @Nullable Throwable> ended) {
        connection.send(request).onComplete((answer, failure) -> ended.accept(answer, failure));
    }

    void close() {
        client.close();
    }
}
