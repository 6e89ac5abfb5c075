package io.agenticraft.redis;

import io.agenticraft.redis.RedisException.Kind;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends commands over one connection, each for a bounded time. A connection that breaks, or leaves several commands in a row
 * without an answer, is given up; for a while, longer each time, nothing is sent at all; then the next command has a
 * connection opened, without waiting for it.
 */
final class Circuit {
    private static final Logger LOG = LoggerFactory.getLogger(Circuit.class);
    private static final int MAX_DOUBLINGS = 16;

    /** What Vert.x answers in the server's stead when the connection ends. */
    static final String LOST = "CONNECTION_CLOSED";

    /** What a server answers to the digest of a script that it does not have. */
    static final String UNKNOWN_SCRIPT = "NOSCRIPT";

    private final Settings settings;
    private final Connector connector;
    private final Counters counters = new Counters();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger failuresInARow = new AtomicInteger();
    private final AtomicInteger restsInARow = new AtomicInteger();
    private final AtomicBoolean refusalTold = new AtomicBoolean();

    /** Changed under this object's lock. */
    private volatile State state = new State.Opening();

    Circuit(Settings settings) {
        this.settings = settings;
        this.connector = new Connector(settings);
    }

    /** Begins to connect. */
    void begin() {
        connector.open(this::opened, this::broken);
    }

    CompletableFuture<@Nullable Response> send(Request request, Duration within) {
        Call call = new Call(request);
        if (inFlight.incrementAndGet() > settings.maxInFlight()) {
            call.fail(Kind.OVERLOADED, at("has not answered " + settings.maxInFlight() + " commands yet"));
            call.whenEnded(this::ended);
            return call;
        }
        Runnable timer = settings.scheduler().schedule(() -> timedOut(call, within), within);
        call.whenEnded(failure -> {
            timer.run();
            ended(failure);
        });
        State now = enter(call);
        if (now instanceof State.Ready ready) {
            sendOver(ready.link(), call);
        } else if (now instanceof State.Closed) {
            call.fail(Kind.CLOSED, "The client of the Redis server is closed");
        } else if (now instanceof State.Resting rest) {
            leftAlone(call, rest.why());
        } else if (now instanceof State.Reopening again) {
            leftAlone(call, again.why());
        }
        return call;
    }

    private void leftAlone(Call call, String why) {
        call.fail(Kind.NOT_ASKED, at(why + "; it is left alone for a while"));
    }

    /** Has the call wait where there is something to wait for, and a connection opened where it is time to. */
    private State enter(Call call) {
        State now = state;
        if (now instanceof State.Ready || now instanceof State.Closed || now instanceof State.Reopening) {
            return now;
        }
        boolean reopen = false;
        synchronized (this) {
            now = state;
            if (now instanceof State.Opening opening) {
                opening.waiting().add(call);
            } else if (now instanceof State.Resting rest && settings.nanoClock().getAsLong() - rest.untilNanos() >= 0) {
                state = new State.Reopening(rest.why());
                reopen = true;
            }
        }
        if (reopen) {
            begin();
        }
        return now;
    }

    private void sendOver(Link link, Call call) {
        link.send(call.request, (answer, failure) -> {
            if (failure == null) {
                answered();
                call.complete(answer);
            } else if (failure instanceof Response && !LOST.equals(failure.getMessage())) {
                answered();
                refused(link, String.valueOf(failure.getMessage()));
                call.fail(Kind.REFUSED, Obstacle.withoutArguments(String.valueOf(failure.getMessage())));
            } else {
                call.fail(Kind.CONNECTION, at("has lost the connection"));
            }
        });
    }

    /** After a failover a connection may lead to what is no primary any more, and stay there. */
    private void refused(Link link, String answer) {
        if (Obstacle.mayBeElsewhere(answer)) {
            if (state instanceof State.Ready ready && ready.link() == link) {
                rest(ready, "takes no writes: " + Obstacle.refusal(answer));
            }
        } else if (!answer.startsWith(UNKNOWN_SCRIPT) && refusalTold.compareAndSet(false, true)) {
            LOG.warn(
                    "The Redis server {} answers a command with an error: {}. Said once",
                    settings.address(),
                    Obstacle.refusal(answer));
        }
    }

    /** Any answer shows that the server is there. */
    private void answered() {
        failuresInARow.set(0);
        restsInARow.set(0);
    }

    private void timedOut(Call call, Duration within) {
        boolean late = call.fail(Kind.TIMEOUT, at("did not answer within " + within.toMillis() + " ms"));
        if (late
                && state instanceof State.Ready ready
                && failuresInARow.incrementAndGet() >= settings.failuresBeforeRest()) {
            rest(ready, "did not answer " + settings.failuresBeforeRest() + " commands in a row");
        }
    }

    private void opened(@Nullable Link link, String why) {
        String obstacle = "cannot be connected to: " + why;
        State before;
        synchronized (this) {
            before = state;
            if (link != null && !(before instanceof State.Closed)) {
                failuresInARow.set(0);
                state = new State.Ready(link);
            }
        }
        if (link == null) {
            rest(before, obstacle);
        } else if (before instanceof State.Closed) {
            link.close();
        } else {
            counters.connected();
            LOG.debug("Connected to the Redis server {}", settings.address());
        }
        if (before instanceof State.Opening opening) {
            opening.waiting().forEach(call -> goOn(link, obstacle, call));
        }
    }

    private void goOn(@Nullable Link link, String obstacle, Call call) {
        if (link == null) {
            call.fail(Kind.CONNECTION, at(obstacle));
        } else if (!call.isDone()) {
            sendOver(link, call);
        }
    }

    private void broken(Link link) {
        if (state instanceof State.Ready ready && ready.link() == link) {
            rest(ready, "has closed the connection");
        }
    }

    /** Leaves the server alone, unless somebody has seen to that already. */
    private void rest(State from, String why) {
        Duration rest;
        synchronized (this) {
            if (state != from || from instanceof State.Closed) {
                return;
            }
            rest = nextRest();
            state = new State.Resting(settings.nanoClock().getAsLong() + TimeUnit.NANOSECONDS.convert(rest), why);
        }
        counters.rested();
        LOG.warn("The Redis server {} {}; it is left alone for {} ms", settings.address(), why, rest.toMillis());
        if (from instanceof State.Ready ready) {
            ready.link().close();
        }
    }

    private Duration nextRest() {
        Duration rest = settings.firstRest().multipliedBy(1L << Math.min(restsInARow.getAndIncrement(), MAX_DOUBLINGS));
        return rest.compareTo(settings.longestRest()) > 0 ? settings.longestRest() : rest;
    }

    private void ended(@Nullable Throwable failure) {
        inFlight.decrementAndGet();
        if (failure == null) {
            counters.answered();
        } else if (failure instanceof RedisException known) {
            counters.failed(known.kind());
        }
    }

    private String at(String what) {
        return "The Redis server " + settings.address() + " " + what;
    }

    RedisStatistics statistics() {
        return counters.snapshot(state instanceof State.Ready);
    }

    void close() {
        State before;
        synchronized (this) {
            before = state;
            state = new State.Closed();
        }
        if (before instanceof State.Ready ready) {
            ready.link().close();
        } else if (before instanceof State.Opening opening) {
            List.copyOf(opening.waiting())
                    .forEach(call -> call.fail(Kind.CLOSED, "The client of the Redis server is closed"));
        }
    }
}
