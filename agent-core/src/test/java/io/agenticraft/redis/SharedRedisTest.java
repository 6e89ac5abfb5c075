package io.agenticraft.redis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.testing.Check;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Against a real server. Times are longer than in use: the machine of a test may be busy. */
class SharedRedisTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static SharedRedis.Builder patient(URI uri) {
        return SharedRedis.builder(uri)
                .readTimeout(PATIENCE)
                .commandTimeout(PATIENCE)
                .connectTimeout(PATIENCE);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void value_isReadAsItWasSet_andForgottenInTime() throws Exception {
        try (RealRedis server = RealRedis.start();
                SharedRedis redis = patient(server.uri()).connect()) {
            byte[] value = {0, 1, -1, '\r', '\n', 7};
            Answered.by(redis.set("k", value, Duration.ofMinutes(1)));
            assertArrayEquals(value, Answered.by(redis.get("k")));
            assertEquals("$" + value.length, server.command("GET agenticraft:k"));
            Answered.by(redis.set("short", value, Duration.ofMillis(1)));
            Check.eventually(
                    "it is forgotten",
                    () -> server.command("GET agenticraft:short").equals("$-1"));
            assertNull(Answered.by(redis.get("short")));
            Answered.by(redis.delete("k"));
            assertNull(Answered.by(redis.get("k")));
        }
    }

    @Test
    void prefix_keepsUsersOfOneServerApart() throws Exception {
        try (RealRedis server = RealRedis.start();
                SharedRedis one = patient(server.uri()).prefix("one:").connect();
                SharedRedis two = patient(server.uri()).prefix("two:").connect()) {
            Answered.by(one.set("k", bytes("1"), PATIENCE));
            assertNull(Answered.by(two.get("k")));
            assertEquals("1", Answered.text(one.get("k")));
        }
    }

    @Test
    void database_isTheOneInTheUri() throws Exception {
        try (RealRedis server = RealRedis.start();
                SharedRedis redis = patient(URI.create(server.uri() + "/3")).connect()) {
            Answered.by(redis.set("k", bytes("3"), PATIENCE));
            assertEquals("$-1", server.command("GET agenticraft:k"));
            assertEquals("3", Answered.text(redis.get("k")));
        }
    }

    @Test
    void script_actsAsOneStep_andIsSentOnce() throws Exception {
        RedisScript add =
                RedisScript.of("local n = redis.call('INCRBY', KEYS[1], ARGV[1]) return {n, KEYS[1], ARGV[2]}");
        try (RealRedis server = RealRedis.start();
                SharedRedis redis = patient(server.uri()).connect()) {
            assertEquals(
                    List.of("5", "agenticraft:count", "x"),
                    Answered.by(redis.eval(add, List.of("count"), List.of("5", "x"))));
            assertEquals(
                    "7",
                    Answered.by(redis.eval(add, List.of("count"), List.of("2", "")))
                            .get(0));
            Check.contains("calls=1,", line(server, "cmdstat_eval:"));
            List<CompletableFuture<List<String>>> many = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                many.add(redis.eval(add, List.of("many"), List.of("1", "")));
            }
            for (int i = 0; i < many.size(); i++) {
                assertEquals("" + (i + 1), Answered.by(many.get(i)).get(0));
            }
        }
    }

    @Test
    void scripts_areCarriedOutInOrder_thoughTheServerDoesNotKnowThemYet() throws Exception {
        RedisScript set = RedisScript.of("return redis.call('SET', KEYS[1], ARGV[1])");
        RedisScript get = RedisScript.of("return redis.call('GET', KEYS[1])");
        try (RealRedis server = RealRedis.start();
                SharedRedis redis = patient(server.uri()).connect()) {
            CompletableFuture<List<String>> first = redis.eval(get, List.of("k"), List.of());
            CompletableFuture<List<String>> second = redis.eval(set, List.of("k"), List.of("v"));
            CompletableFuture<List<String>> third = redis.eval(get, List.of("k"), List.of());
            assertEquals(List.of(), Answered.by(first));
            assertEquals(List.of("OK"), Answered.by(second));
            assertEquals(List.of("v"), Answered.by(third));
            server.command("SCRIPT FLUSH");
            assertEquals(List.of("v"), Answered.by(redis.eval(get, List.of("k"), List.of())));
        }
    }

    private static String line(RealRedis server, String name) {
        return server.lines("INFO commandstats").stream()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .orElse("");
    }

    @Test
    void script_mayReturnNothingOrOneValue() throws Exception {
        try (RealRedis server = RealRedis.start();
                SharedRedis redis = patient(server.uri()).connect()) {
            assertEquals(List.of(), Answered.by(redis.eval(RedisScript.of("return nil"), List.of(), List.of())));
            assertEquals(List.of("a b"), Answered.by(redis.eval(RedisScript.of("return 'a b'"), List.of(), List.of())));
            assertEquals(List.of("3"), Answered.by(redis.eval(RedisScript.of("return 3.7"), List.of(), List.of())));
        }
    }

    @Test
    void script_thatFails_saysWhy_andHarmsNobody() throws Exception {
        try (RealRedis server = RealRedis.start();
                SharedRedis redis = patient(server.uri()).connect()) {
            RedisException failure =
                    Answered.failure(redis.eval(RedisScript.of("return nonsense("), List.of(), List.of()));
            assertEquals(RedisException.Kind.REFUSED, failure.kind());
            Check.contains("compiling script", failure.getMessage());
            assertNull(Answered.by(redis.get("k")));
            assertEquals(0, redis.statistics().rests());
        }
    }

    @Test
    void password_comesFromUriOrBuilder_andIsPrintedNowhere() throws Exception {
        try (RealRedis server = RealRedis.withPassword("s3cret:/@")) {
            URI uri = URI.create("redis://:s3cret%3A%2F%40@127.0.0.1:" + server.port());
            try (SharedRedis redis = patient(uri).connect();
                    SharedRedis other =
                            patient(server.uri()).password("s3cret:/@").connect()) {
                Answered.by(redis.set("k", bytes("v"), PATIENCE));
                assertEquals("v", Answered.text(other.get("k")));
                Check.containsNot("s3cret", redis + " " + other + RedisAddress.of(uri));
            }
            try (SharedRedis wrong = patient(server.uri()).password("wr0ng").connect()) {
                RedisException failure = Answered.failure(wrong.get("k"));
                assertEquals(RedisException.Kind.CONNECTION, failure.kind());
                Check.containsNot("wr0ng", failure.toString());
            }
        }
    }

    @Test
    void server_thatStopsAnswering_isLeftAlone_andFoundAgain() throws Exception {
        AtomicLong clock = new AtomicLong();
        try (RealRedis server = RealRedis.start();
                SharedRedis redis = patient(server.uri())
                        .readTimeout(Duration.ofMillis(30))
                        .nanoClock(clock::get)
                        .connect()) {
            Answered.by(redis.set("k", bytes("v"), PATIENCE));
            server.freeze();
            for (int i = 0; i < 3; i++) {
                assertEquals(
                        RedisException.Kind.TIMEOUT,
                        Answered.failure(redis.get("k")).kind());
            }
            Check.eventually("it is left alone", () -> redis.statistics().rests() == 1);
            CompletableFuture<?> after = redis.get("k");
            assertTrue(after.isDone(), "it fails at once");
            assertEquals(RedisException.Kind.NOT_ASKED, Answered.failure(after).kind());
            server.thaw();
            assertEquals(
                    RedisException.Kind.NOT_ASKED,
                    Answered.failure(redis.get("k")).kind());
            clock.addAndGet(PATIENCE.toNanos());
            Check.eventually("it is asked again", () -> value(redis).equals("v"));
            assertEquals(2, redis.statistics().connects());
            assertEquals(1, redis.statistics().rests());
        }
    }

    private static String value(SharedRedis redis) {
        try {
            return String.valueOf(Answered.text(redis.get("k")));
        } catch (Exception e) {
            return "";
        }
    }

    @Test
    void server_thatIsRestarted_isFoundAgain() throws Exception {
        AtomicLong clock = new AtomicLong();
        RealRedis first = RealRedis.start();
        try (first;
                SharedRedis redis = patient(first.uri()).nanoClock(clock::get).connect()) {
            Answered.by(redis.set("k", bytes("v"), PATIENCE));
            first.close();
            Check.eventually("the loss is seen", () -> !redis.statistics().connected());
            assertEquals(
                    RedisException.Kind.NOT_ASKED,
                    Answered.failure(redis.get("k")).kind());
            try (RealRedis second = RealRedis.startAt(first.port())) {
                assertEquals(first.port(), second.port());
                clock.addAndGet(PATIENCE.toNanos());
                Check.eventually("it is asked again", () -> value(redis).equals("null"));
            }
        }
    }
}
