package io.agenticraft.redis;

import io.agenticraft.http.SharedVertx;
import io.agenticraft.http.VertxTls;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.ProtocolVersion;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections. Each gets a client of its own, for closing that client is the one way to be rid of a connection that
 * does not answer: closing the connection itself would put it back into the client's pool.
 */
final class Connector {
    private final Settings settings;
    private final RedisOptions options;

    Connector(Settings settings) {
        this.settings = settings;
        this.options = options();
    }

    /**
     * Opens a connection.
     *
     * @param opened is called once, with the connection or why there is none
     * @param broken is called if it fails later on
     */
    void open(BiConsumer<@Nullable Link, String> opened, Consumer<Link> broken) {
        Redis client = Redis.createClient(SharedVertx.INSTANCE, options);
        AtomicBoolean decided = new AtomicBoolean();
        Consumer<String> giveUp = why -> {
            if (decided.compareAndSet(false, true)) {
                client.close();
                opened.accept(null, why);
            }
        };
        String late = "it did not greet within " + settings.connectTimeout().toMillis() + " ms"
                + (settings.address().isTls() ? "; it may not speak TLS" : "");
        Runnable timer = settings.scheduler().schedule(() -> giveUp.accept(late), settings.connectTimeout());
        client.connect().onComplete((connection, failure) -> {
            timer.run();
            if (failure != null) {
                giveUp.accept(Obstacle.of(failure));
            } else if (decided.compareAndSet(false, true)) {
                opened.accept(link(client, connection, broken), "");
            }
        });
    }

    private static Link link(Redis client, RedisConnection connection, Consumer<Link> broken) {
        Link link = new Link(client, connection);
        connection.exceptionHandler(failure -> broken.accept(link));
        connection.endHandler(end -> broken.accept(link));
        return link;
    }

    /** User and password are no part of the connection string, which Vert.x may print. */
    private RedisOptions options() {
        RedisAddress address = settings.address();
        NetClientOptions net = new NetClientOptions()
                .setTcpNoDelay(true)
                .setTcpKeepAlive(true)
                .setConnectTimeout((int)
                        Math.min(Integer.MAX_VALUE, settings.connectTimeout().toMillis()))
                .setHostnameVerificationAlgorithm("HTTPS");
        if (address.isTls()) {
            VertxTls.set(SharedVertx.INSTANCE, net.setSsl(true), settings.tls());
        }
        RedisOptions result = new RedisOptions()
                .setConnectionString(address.endpoint())
                .setNetClientOptions(net)
                .setPreferredProtocolVersion(ProtocolVersion.RESP2)
                .setMaxPoolSize(1)
                .setMaxPoolWaiting(1)
                .setPoolCleanerInterval(-1)
                .setMaxWaitingHandlers(2 * settings.maxInFlight());
        if (address.user() != null) {
            result.setUser(address.user());
        }
        if (address.password() != null) {
            result.setPassword(address.password());
        }
        return result;
    }
}
