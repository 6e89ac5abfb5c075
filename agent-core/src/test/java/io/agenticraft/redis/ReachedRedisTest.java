package io.agenticraft.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.abort;

import io.agenticraft.provider.TlsSettings;
import io.agenticraft.testing.Check;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways to a real server: TLS, log-ins, databases, sockets; and what is said where one leads nowhere. */
class ReachedRedisTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final TlsSettings JDK = TlsSettings.defaults();

    @TempDir
    private static @Nullable Path folder;

    private static @Nullable Authority company;
    private static @Nullable Path companyCertificate;

    @BeforeAll
    static void found() throws Exception {
        Authority made = Authority.in(Objects.requireNonNull(folder));
        company = made;
        companyCertificate = made.certificate();
    }

    private static Authority.Issued issued(String file, String names) throws Exception {
        return Objects.requireNonNull(company).issue(file, names);
    }

    private static TlsSettings trusting() {
        return JDK.trustPem(Objects.requireNonNull(companyCertificate));
    }

    /** A server that speaks TLS beside its plain port. */
    private record TlsServer(RealRedis redis, int port) implements AutoCloseable {
        static TlsServer start(Authority.Issued shown, String clients) {
            int port = RealRedis.freePort();
            try {
                return new TlsServer(
                        RealRedis.with(
                                "--tls-port",
                                "" + port,
                                "--tls-cert-file",
                                shown.certificates().toString(),
                                "--tls-key-file",
                                shown.key().toString(),
                                "--tls-ca-cert-file",
                                Objects.requireNonNull(companyCertificate).toString(),
                                "--tls-auth-clients",
                                clients),
                        port);
            } catch (AssertionError e) {
                if (Boolean.getBoolean("redis.required")) {
                    throw e;
                }
                return abort("The redis-server on the path does not start with TLS; Debian's does");
            }
        }

        URI uri(String login) {
            return URI.create("rediss://" + login + "127.0.0.1:" + port + "/2");
        }

        @Override
        public void close() {
            redis.close();
        }
    }

    private static SharedRedis.Builder patient(URI uri) {
        return SharedRedis.builder(uri)
                .readTimeout(PATIENCE)
                .commandTimeout(PATIENCE)
                .connectTimeout(PATIENCE);
    }

    private static void works(SharedRedis.Builder builder) throws Exception {
        try (SharedRedis redis = builder.connect()) {
            Answered.by(redis.set("k", "v".getBytes(StandardCharsets.UTF_8), PATIENCE));
            assertEquals("v", Answered.text(redis.get("k")));
        }
    }

    /** The failure of a command that waits for the connection; the next command is told the same, at once. */
    private static String refusal(SharedRedis.Builder builder) {
        try (SharedRedis redis = builder.connect()) {
            RedisException failure = Answered.failure(redis.get("k"));
            assertEquals(RedisException.Kind.CONNECTION, failure.kind());
            Check.eventually("it is left alone", () -> redis.statistics().rests() == 1);
            RedisException next = Answered.failure(redis.get("k"));
            assertEquals(RedisException.Kind.NOT_ASKED, next.kind());
            Check.contains(String.valueOf(failure.getMessage()), next.getMessage());
            return String.valueOf(failure.getMessage());
        }
    }

    @Test
    void tls_trustsACompanysAuthority_andTheJvmsOnlyOtherwise() throws Exception {
        try (TlsServer server = TlsServer.start(issued("server", "dns:localhost,ip:127.0.0.1"), "no")) {
            works(patient(server.uri("")).tls(trusting()));
            works(patient(URI.create("rediss://localhost:" + server.port())).tls(trusting()));
            List<String> keys = server.redis().lines("INFO keyspace");
            Check.contains("db2:", String.join(" ", keys));
            String refused = refusal(patient(server.uri("")));
            Check.contains("its certificate is not trusted", refused);
            Check.contains(server.uri("").toString(), refused);
        }
    }

    @Test
    void tls_refusesTheCertificateOfAnotherHost() throws Exception {
        try (TlsServer server = TlsServer.start(issued("elsewhere", "dns:elsewhere.test"), "no")) {
            Check.contains("127.0.0.1", refusal(patient(server.uri("")).tls(trusting())));
        }
    }

    @Test
    void tls_showsACertificateWhereTheServerAsks() throws Exception {
        Authority.Issued client = issued("client", "dns:client.test");
        try (TlsServer server = TlsServer.start(issued("strict", "ip:127.0.0.1"), "yes")) {
            works(patient(server.uri("")).tls(trusting().identityPem(client.certificates(), client.key())));
            refusal(patient(server.uri("")).tls(trusting()));
        }
    }

    @Test
    void tls_andPlain_sayWhenTheyMeetEachOther() throws Exception {
        try (TlsServer server = TlsServer.start(issued("both", "ip:127.0.0.1"), "no")) {
            URI plainToTls = URI.create("redis://127.0.0.1:" + server.port());
            URI tlsToPlain = URI.create("rediss://127.0.0.1:" + server.redis().port());
            Check.contains("expects TLS", refusal(patient(plainToTls)));
            SharedRedis.Builder hasty = SharedRedis.builder(tlsToPlain).tls(trusting());
            Check.contains("may not speak TLS", refusal(hasty.readTimeout(PATIENCE)));
        }
    }

    @Test
    void tlsSettings_forAPlainServer_areAMistake() {
        SharedRedis.Builder plain = patient(URI.create("redis://h")).tls(trusting());
        Check.contains(
                "rediss://",
                assertThrows(IllegalArgumentException.class, plain::connect).getMessage());
    }

    @Test
    void tlsFiles_thatCannotBeRead_areReportedAtOnce() throws Exception {
        Path broken = Files.writeString(Objects.requireNonNull(folder).resolve("broken.pem"), "no certificate");
        SharedRedis.Builder builder = patient(URI.create("rediss://h")).tls(JDK.trustPem(broken));
        Check.contains(
                "broken.pem",
                assertThrows(IllegalArgumentException.class, builder::connect).getMessage());
    }

    @Test
    void user_ofAnAccessList_logsIn_overTlsToo() throws Exception {
        try (TlsServer server = TlsServer.start(issued("listed", "ip:127.0.0.1"), "no")) {
            server.redis().command("ACL SETUSER crafter on >s3cret ~agenticraft:* +@all");
            works(patient(server.uri("crafter:s3cret@")).tls(trusting()));
            works(patient(server.uri("")).login("crafter", "s3cret").tls(trusting()));
            String refused = refusal(patient(server.uri("crafter:wr0ng@")).tls(trusting()));
            Check.contains("does not know this user and password", refused);
            Check.containsNot("wr0ng", refused);
            try (SharedRedis elsewhere = patient(server.uri("crafter:s3cret@"))
                    .tls(trusting())
                    .prefix("others:")
                    .connect()) {
                RedisException refusedKey = Answered.failure(elsewhere.get("k"));
                assertEquals(RedisException.Kind.REFUSED, refusedKey.kind());
                Check.contains("NOPERM", refusedKey.getMessage());
            }
        }
    }

    @Test
    void missingPassword_isSaid_byEachCommand() throws Exception {
        try (RealRedis server = RealRedis.withPassword("s3cret");
                SharedRedis redis = patient(server.uri()).connect()) {
            RedisException failure = Answered.failure(redis.get("k"));
            assertEquals(RedisException.Kind.REFUSED, failure.kind());
            Check.contains("NOAUTH", failure.getMessage());
        }
    }

    @Test
    void serverThatBecomesAReplica_isLeft_andItsSuccessorFound() throws Exception {
        AtomicLong clock = new AtomicLong();
        try (RealRedis server = RealRedis.start();
                SharedRedis redis = patient(server.uri()).nanoClock(clock::get).connect()) {
            Answered.by(redis.set("k", new byte[1], PATIENCE));
            server.command("REPLICAOF 127.0.0.1 1");
            assertEquals(
                    RedisException.Kind.REFUSED,
                    Answered.failure(redis.set("k", new byte[1], PATIENCE)).kind());
            RedisException alone = Answered.failure(redis.get("k"));
            assertEquals(RedisException.Kind.NOT_ASKED, alone.kind());
            Check.contains("it is a replica", alone.getMessage());
            server.command("REPLICAOF NO ONE");
            clock.addAndGet(PATIENCE.toNanos());
            Check.eventually("it is asked again", () -> {
                redis.get("k").isDone();
                return redis.statistics().connects() == 2;
            });
            Answered.by(redis.set("k", new byte[1], PATIENCE));
        }
    }

    @Test
    void serverThatRepeatsWhatItDoesNotUnderstand_isQuotedWithoutIt() throws Exception {
        try (FakeRedis server = FakeRedis.greeting(
                        command -> "-ERR unknown command `SET`, with args beginning with: " + command.get(2) + "\r\n");
                SharedRedis redis = patient(server.uri()).connect()) {
            byte[] value = "an answer to a customer".getBytes(StandardCharsets.UTF_8);
            RedisException failure = Answered.failure(redis.set("k", value, PATIENCE));
            assertEquals("ERR unknown command `SET`", failure.getMessage());
        }
    }

    @Test
    void database_thatTheServerLacks_isSaid() throws Exception {
        try (RealRedis server = RealRedis.with("--databases", "2")) {
            Check.contains("no database of this number", refusal(patient(URI.create(server.uri() + "/2"))));
        }
    }

    @Test
    void oldServer_thatRepeatsTheLogIn_isNotRepeated() throws Exception {
        try (FakeRedis server = FakeRedis.start(command -> "-ERR unknown command, with args beginning with: "
                + String.join(", ", command.subList(1, command.size())) + "\r\n")) {
            String refused = refusal(patient(server.uri()).password("s3cret"));
            Check.containsNot("s3cret", refused);
            assertFalse(server.commands().isEmpty());
        }
    }

    @Test
    void socket_isAWayToo() throws Exception {
        Path place = Files.createTempDirectory("redis");
        Path socket = place.resolve("s");
        try (RealRedis server = RealRedis.with("--unixsocket", socket.toString())) {
            works(patient(URI.create("unix://" + socket + "?db=3")));
            Check.contains("db3:", String.join(" ", server.lines("INFO keyspace")));
        } finally {
            Files.deleteIfExists(socket);
            Files.delete(place);
        }
        refusal(patient(URI.create("unix:///no/such.sock")));
    }
}
