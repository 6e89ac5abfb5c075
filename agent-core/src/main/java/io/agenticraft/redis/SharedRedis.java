package io.agenticraft.redis;

import io.agenticraft.policy.Causes;
import io.agenticraft.policy.Scheduler;
import io.agenticraft.provider.TlsSettings;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A Redis server that many processes share. Each command ends within a bounded time, with a {@link RedisException} if the
 * server is down or slow; after some failures it is not asked for a while, and then commands fail at once. Futures complete
 * on a thread that must not be blocked. Cancelling one gives up the wait, not the command.
 *
 * <p>One server or the primary of several; a cluster is not supported.
 * Needs {@code io.vertx:vertx-redis-client} on the class path.
 */
public final class SharedRedis implements AutoCloseable {
    private final Settings settings;
    private final Circuit circuit;

    /** Digests of scripts that the server has been given, unless it has forgotten them since. */
    private final Set<String> sent = ConcurrentHashMap.newKeySet();

    private SharedRedis(Settings settings) {
        this.settings = settings;
        this.circuit = new Circuit(settings);
    }

    /** The same as {@code builder(uri).connect()}. */
    public static SharedRedis connect(URI uri) {
        return builder(uri).connect();
    }

    /**
     * Collects how a server is called.
     *
     * @param uri {@code redis://[user:password@]host[:port][/database]}, {@code rediss://} for TLS, or
     *     {@code unix:///path[?db=database]} for a socket of this machine
     * @throws IllegalArgumentException if it is none; the message holds no password
     */
    public static Builder builder(URI uri) {
        return new Builder(RedisAddress.of(uri));
    }

    /** A value, or null where there is none. */
    public CompletableFuture<byte @Nullable []> get(String key) {
        Request request = Request.cmd(Command.GET).arg(settings.prefix() + key);
        return circuit.send(request, settings.readTimeout())
                .thenApply(answer -> answer == null ? null : answer.toBytes());
    }

    /** Sets a value, which is forgotten after {@code expiry}, at least 1 ms. */
    public CompletableFuture<@Nullable Void> set(String key, byte[] value, Duration expiry) {
        Request request = Request.cmd(Command.SET)
                .arg(settings.prefix() + key)
                .arg(value)
                .arg("PX")
                .arg(Math.max(1, expiry.toMillis()));
        return circuit.send(request, settings.commandTimeout()).thenApply(answer -> null);
    }

    /** Forgets a value. */
    public CompletableFuture<@Nullable Void> delete(String key) {
        Request request = Request.cmd(Command.DEL).arg(settings.prefix() + key);
        return circuit.send(request, settings.commandTimeout()).thenApply(answer -> null);
    }

    /**
     * Carries out a script as one step. The server gets its text with the first call, and its digest afterwards; where it has
     * forgotten the script it gets the text again, and then the command may take twice its time. Commands are carried out in
     * the order in which they were given, but for that case.
     *
     * @param keys the names of all keys that the script touches; they get the prefix
     * @return what the script returned: an array's elements, a single value alone, nothing for nil; numbers as digits, cut to
     *     whole ones by the server
     */
    public CompletableFuture<List<String>> eval(RedisScript script, List<String> keys, List<String> arguments) {
        Duration within = settings.commandTimeout();
        if (sent.add(script.digest())) {
            // Not by trying the digest first: commands that are sent meanwhile would come before this one.
            return circuit.send(script(Command.EVAL, script.text(), keys, arguments), within)
                    .thenApply(SharedRedis::texts);
        }
        return circuit.send(script(Command.EVALSHA, script.digest(), keys, arguments), within)
                .exceptionallyCompose(failure -> isUnknownScript(failure)
                        ? circuit.send(script(Command.EVAL, script.text(), keys, arguments), within)
                        : CompletableFuture.<@Nullable Response>failedFuture(failure))
                .thenApply(SharedRedis::texts);
    }

    private Request script(Command command, String script, List<String> keys, List<String> arguments) {
        Request request = Request.cmd(command).arg(script).arg(keys.size());
        keys.forEach(key -> request.arg(settings.prefix() + key));
        arguments.forEach(request::arg);
        return request;
    }

    private static boolean isUnknownScript(Throwable failure) {
        Throwable cause = Causes.of(failure);
        return cause instanceof RedisException refused
                && refused.kind() == RedisException.Kind.REFUSED
                && String.valueOf(refused.getMessage()).startsWith(Circuit.UNKNOWN_SCRIPT);
    }

    private static List<String> texts(@Nullable Response answer) {
        if (answer == null) {
            return List.of();
        }
        if (answer.type() != ResponseType.MULTI) {
            return List.of(answer.toString());
        }
        List<String> texts = new ArrayList<>(answer.size());
        for (Response element : answer) {
            texts.add(element == null ? "" : element.toString());
        }
        return texts;
    }

    public RedisStatistics statistics() {
        return circuit.statistics();
    }

    /** Closes the connection; commands fail from now on. */
    @Override
    public void close() {
        circuit.close();
    }

    @Override
    public String toString() {
        return "SharedRedis[" + settings.address() + ", prefix " + settings.prefix() + "]";
    }

    /** Collects how a server is called. */
    public static final class Builder {
        private static final int DEFAULT_FAILURES_BEFORE_REST = 3;
        private static final int DEFAULT_MAX_IN_FLIGHT = 1_024;

        private RedisAddress address;
        private TlsSettings tls = TlsSettings.defaults();
        private String prefix = "agenticraft:";
        private Duration readTimeout = Duration.ofMillis(20);
        private Duration commandTimeout = Duration.ofMillis(100);
        private Duration connectTimeout = Duration.ofSeconds(1);
        private Duration firstRest = Duration.ofSeconds(1);
        private Duration longestRest = Duration.ofSeconds(30);
        private int failuresBeforeRest = DEFAULT_FAILURES_BEFORE_REST;
        private int maxInFlight = DEFAULT_MAX_IN_FLIGHT;
        private Scheduler scheduler = Scheduler.system();
        private LongSupplier nanoClock = System::nanoTime;

        private Builder(RedisAddress address) {
            this.address = address;
        }

        /** The password, if the URI shall not hold it. */
        public Builder password(String value) {
            address = address.with(address.user(), Objects.requireNonNull(value, "password"));
            return this;
        }

        /** The user and password, if the URI shall not hold them. */
        public Builder login(String user, String password) {
            address = address.with(Objects.requireNonNull(user, "user"), Objects.requireNonNull(password, "password"));
            return this;
        }

        /**
         * Whom to trust and what to show over TLS; by default the JVM's trust. The server's certificate has to name its host.
         */
        public Builder tls(TlsSettings value) {
            tls = Objects.requireNonNull(value, "tls");
            return this;
        }

        /** Stands before each key; by default {@code agenticraft:}. */
        public Builder prefix(String value) {
            prefix = Objects.requireNonNull(value, "prefix");
            return this;
        }

        /** How long a read may take; by default 20 ms. Each time it may be what a slow server adds to a run. */
        public Builder readTimeout(Duration value) {
            readTimeout = positive(value, "readTimeout");
            return this;
        }

        /** How long any other command may take; by default 100 ms. */
        public Builder commandTimeout(Duration value) {
            commandTimeout = positive(value, "commandTimeout");
            return this;
        }

        /** How long opening a connection may take, log-in included; by default 1 s. */
        public Builder connectTimeout(Duration value) {
            connectTimeout = positive(value, "connectTimeout");
            return this;
        }

        /** How long a server that failed is left alone, twice as long each time; by default from 1 s to 30 s. */
        public Builder rest(Duration first, Duration longest) {
            firstRest = positive(first, "rest");
            longestRest = positive(longest, "longest rest");
            return this;
        }

        /** After how many commands in a row without an answer the server is left alone; by default 3. */
        public Builder failuresBeforeRest(int value) {
            failuresBeforeRest = positive(value, "failuresBeforeRest");
            return this;
        }

        /** How many commands may wait for answers at once; by default 1,024. Further ones fail at once. */
        public Builder maxInFlight(int value) {
            maxInFlight = positive(value, "maxInFlight");
            return this;
        }

        Builder scheduler(Scheduler value) {
            scheduler = value;
            return this;
        }

        Builder nanoClock(LongSupplier value) {
            nanoClock = value;
            return this;
        }

        private static Duration positive(Duration value, String what) {
            if (value.compareTo(Duration.ofMillis(1)) < 0) {
                throw new IllegalArgumentException("The " + what + " of a Redis server is at least 1 ms, not " + value);
            }
            return value;
        }

        private static int positive(int value, String what) {
            if (value < 1) {
                throw new IllegalArgumentException("The " + what + " of a Redis server is at least 1, not " + value);
            }
            return value;
        }

        /**
         * A client of the server. Returns at once and connects meanwhile; that the server is down is no failure.
         *
         * @throws IllegalArgumentException if the TLS settings' files cannot be used, or the URI is not one for TLS
         * @throws IllegalStateException if the class path lacks {@code io.vertx:vertx-redis-client}
         */
        public SharedRedis connect() {
            if (!address.isTls() && !tls.equals(TlsSettings.defaults())) {
                throw new IllegalArgumentException(
                        "TLS settings are given for " + address + ", which is reached without TLS; write rediss://");
            }
            try {
                SharedRedis redis = new SharedRedis(new Settings(
                        address,
                        tls,
                        prefix,
                        readTimeout,
                        commandTimeout,
                        connectTimeout,
                        firstRest,
                        longestRest,
                        failuresBeforeRest,
                        maxInFlight,
                        scheduler,
                        nanoClock));
                redis.circuit.begin();
                return redis;
            } catch (NoClassDefFoundError e) {
                throw new IllegalStateException(
                        "A shared Redis needs io.vertx:vertx-redis-client on the class path, in the version of vertx-core;"
                                + " missing is " + e.getMessage(),
                        e);
            }
        }
    }
}
