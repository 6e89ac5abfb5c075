package io.agenticraft.redis;

import io.vertx.core.Future;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** One connection, which is never used again once it is closed. */
final class Link {
    private final Redis client;
    private final RedisConnection connection;

    Link(Redis client, RedisConnection connection) {
        this.client = client;
        this.connection = connection;
    }

    Future<Response> send(Request request) {
        return connection.send(request);
    }

    void close() {
        client.close();
    }
}
