package io.agenticraft.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.redis.RedisException.Kind;
import io.agenticraft.testing.Check;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A server that is down, hangs, lies or goes away. */
class BrokenRedisTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String NIL = "$-1\r\n";

    private final AtomicLong clock = new AtomicLong();

    private SharedRedis.Builder patient(URI uri) {
        return SharedRedis.builder(uri)
                .readTimeout(PATIENCE)
                .commandTimeout(PATIENCE)
                .connectTimeout(PATIENCE)
                .nanoClock(clock::get);
    }

    private void afterRest() {
        clock.addAndGet(Duration.ofMinutes(1).toNanos());
    }

    @Test
    void serverThatIsDown_failsCommandsFast_andIsNotAskedForAWhile() throws Exception {
        URI uri;
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            uri = URI.create("redis://127.0.0.1:" + nobody.getLocalPort());
        }
        try (SharedRedis redis = patient(uri).connect()) {
            Kind first = Answered.failure(redis.get("k")).kind();
            assertTrue(first == Kind.CONNECTION || first == Kind.NOT_ASKED, first.name());
            Check.eventually("it is left alone", () -> redis.statistics().rests() == 1);
            CompletableFuture<?> next = redis.get("k");
            assertTrue(next.isDone());
            assertEquals(Kind.NOT_ASKED, Answered.failure(next).kind());
            afterRest();
            assertTrue(redis.get("k").isDone(), "whoever has a connection reopened does not wait for it");
            Check.eventually("it was tried again", () -> redis.statistics().rests() == 2);
        }
    }

    @Test
    void serverThatNeverGreets_delaysNobodyBeyondTheTimeout() throws Exception {
        try (FakeRedis server = FakeRedis.start(command -> null);
                SharedRedis redis = patient(server.uri())
                        .readTimeout(Duration.ofMillis(20))
                        .connectTimeout(Duration.ofMillis(100))
                        .connect()) {
            assertEquals(Kind.TIMEOUT, Answered.failure(redis.get("k")).kind());
            Check.eventually("it is left alone", () -> redis.statistics().rests() == 1);
            Check.eventually("its connection is closed", () -> server.open() == 0);
            assertTrue(redis.get("k").isDone());
        }
    }

    @Test
    void serverThatHangsAfterGreeting_isGivenUpWithItsConnection() throws Exception {
        try (FakeRedis server = FakeRedis.greeting(command -> null);
                SharedRedis redis =
                        patient(server.uri()).readTimeout(Duration.ofMillis(20)).connect()) {
            Check.eventually("connected", () -> redis.statistics().connected());
            List<CompletableFuture<?>> calls = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                calls.add(redis.get("k" + i));
            }
            for (CompletableFuture<?> call : calls) {
                assertNotEquals(Kind.REFUSED, Answered.failure(call).kind());
            }
            Check.eventually("its connection is closed", () -> server.open() == 0);
            assertEquals(1, redis.statistics().rests(), "many late answers are one failure");
            Check.eventually("all are counted", () -> redis.statistics().failed() == 50);
        }
    }

    @Test
    void slowAnswer_doesNotAnswerTheNextCommand() throws Exception {
        try (FakeRedis server = FakeRedis.greeting(command -> {
                    if (command.get(1).endsWith("slow")) {
                        pause();
                        return "$4\r\nslow\r\n";
                    }
                    return "$4\r\nfast\r\n";
                });
                SharedRedis redis = patient(server.uri()).failuresBeforeRest(2).connect()) {
            assertEquals("fast", Answered.text(redis.get("a")));
            CompletableFuture<?> slow = redis.get("slow");
            CompletableFuture<?> fast = redis.get("b");
            assertTrue(slow.cancel(true));
            assertEquals("fast", Answered.text(fast));
            assertEquals(1, server.connections());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void garbage_failsCommands_andTheConnectionIsGivenUp() throws Exception {
        try (FakeRedis server = FakeRedis.greeting(command -> "HTTP/1.1 400 Bad Request\r\n\r\n");
                SharedRedis redis = patient(server.uri())
                        .readTimeout(Duration.ofMillis(200))
                        .connect()) {
            for (int i = 0; i < 3; i++) {
                Answered.failure(redis.get("k"));
            }
            Check.eventually("it is left alone", () -> redis.statistics().rests() >= 1);
            Check.eventually("its connection is closed", () -> server.open() == 0);
        }
    }

    @Test
    void connectionThatIsClosed_failsWhatWaits_andIsReopened() throws Exception {
        List<String> seen = new ArrayList<>();
        try (FakeRedis server = FakeRedis.greeting(command -> {
                    seen.add(command.get(0));
                    if (seen.size() == 1) {
                        throw new IOException("gone");
                    }
                    return NIL;
                });
                SharedRedis redis = patient(server.uri()).connect()) {
            assertEquals(Kind.CONNECTION, Answered.failure(redis.get("k")).kind());
            Check.eventually("the loss is seen", () -> redis.statistics().rests() == 1);
            afterRest();
            assertEquals(Kind.NOT_ASKED, Answered.failure(redis.get("k")).kind());
            Check.eventually("it is connected again", () -> redis.statistics().connected());
            assertNull(Answered.by(redis.get("k")));
        }
    }

    @Test
    void commandsBeyondTheBound_failAtOnce() throws Exception {
        try (FakeRedis server = FakeRedis.greeting(command -> null);
                SharedRedis redis = patient(server.uri()).maxInFlight(2).connect()) {
            CompletableFuture<?> first = redis.get("a");
            CompletableFuture<?> second = redis.get("b");
            CompletableFuture<?> third = redis.get("c");
            assertTrue(third.isDone());
            assertEquals(Kind.OVERLOADED, Answered.failure(third).kind());
            assertFalse(first.isDone() || second.isDone());
        }
    }

    @Test
    void rests_growUntilAnAnswerComes() throws Exception {
        try (FakeRedis server = FakeRedis.start(command -> {
                    throw new IOException("not now");
                });
                SharedRedis redis = patient(server.uri())
                        .rest(Duration.ofSeconds(1), Duration.ofSeconds(3))
                        .connect()) {
            for (int seconds : new int[] {1, 2, 3, 3}) {
                long rests = redis.statistics().rests();
                Check.eventually("it rests", () -> redis.statistics().rests() > 0);
                clock.addAndGet(Duration.ofSeconds(seconds).toNanos() - 1);
                Answered.failure(redis.get("early"));
                assertEquals(
                        server.connections(), connectionsAfter(server), "nothing is tried before " + seconds + " s");
                clock.addAndGet(1);
                Answered.failure(redis.get("now"));
                Check.eventually("it was tried", () -> redis.statistics().rests() == Math.max(1, rests) + 1);
            }
        }
    }

    private static int connectionsAfter(FakeRedis server) {
        pause();
        return server.connections();
    }

    @Test
    void closedClient_saysSo() throws Exception {
        try (FakeRedis server = FakeRedis.greeting(command -> null)) {
            SharedRedis redis = patient(server.uri()).connect();
            Check.eventually("connected", () -> redis.statistics().connected());
            CompletableFuture<?> waiting = redis.get("k");
            redis.close();
            assertEquals(Kind.CONNECTION, Answered.failure(waiting).kind());
            assertEquals(Kind.CLOSED, Answered.failure(redis.get("k")).kind());
            Check.eventually("its connection is closed", () -> server.open() == 0);
        }
    }
}
