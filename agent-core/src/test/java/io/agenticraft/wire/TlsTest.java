package io.agenticraft.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.openai.OpenAi;
import io.agenticraft.provider.ConnectionException;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.TlsSettings;
import io.agenticraft.testing.Check;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.PemTrustOptions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom a provider trusts, and how it shows itself. */
class TlsTest {
    private static final ModelRequest HELLO =
            ModelRequest.builder("m").messages(Message.user("Hello")).build();
    private static final TlsSettings JDK = TlsSettings.defaults();

    @TempDir
    private static @Nullable Path folder;

    private static @Nullable Identity serverIdentity;
    private static @Nullable Identity clientIdentity;

    @BeforeAll
    static void identify() throws Exception {
        Path place = Objects.requireNonNull(folder);
        serverIdentity = Identity.create(place, "server", "dns:localhost,ip:127.0.0.1");
        clientIdentity = Identity.create(place, "client", "dns:client");
    }

    private static Identity server() {
        return Objects.requireNonNull(serverIdentity);
    }

    private static Identity client() {
        return Objects.requireNonNull(clientIdentity);
    }

    private static PeerServer start() throws Exception {
        return PeerServer.start(PeerServer.tls(server()), request -> PeerServer.answer(request, Speech.OPENAI, "hi"));
    }

    private static ModelProvider provider(URI url, TlsSettings tls) {
        return new OpenAi().create(Calls.spec("openai", url).withTls(tls));
    }

    private static String said(URI url, TlsSettings tls) throws Exception {
        try (ModelProvider provider = provider(url, tls)) {
            return Calls.await(provider.stream(HELLO, event -> {})).text();
        }
    }

    private static ConnectionException failure(URI url, TlsSettings tls) {
        try (ModelProvider provider = provider(url, tls)) {
            return Calls.failure(ConnectionException.class, provider.stream(HELLO, event -> {}));
        }
    }

    @Test
    void certificateThatNobodyVouchesFor_isNotTrusted() throws Exception {
        try (PeerServer peer = start()) {
            ConnectionException failure = failure(peer.url(""), JDK);

            assertFalse(failure.retryable());
            assertTrue(failure.toString().contains("cannot be trusted"), failure.toString());
            assertEquals(0, peer.versions.size());
        }
    }

    @Test
    void trustedPem_isTrusted() throws Exception {
        try (PeerServer peer = start()) {
            assertEquals("hi", said(peer.url(""), JDK.trustPem(server().certificate())));
        }
    }

    @Test
    void trustStore_isTrusted() throws Exception {
        try (PeerServer peer = start()) {
            assertEquals("hi", said(peer.url("localhost", ""), JDK.trustStore(server().store(), Identity.PASSWORD)));
        }
    }

    @Test
    void certificateOfAnotherHost_isNotTrusted() throws Exception {
        Identity elsewhere = Identity.create(Objects.requireNonNull(folder), "elsewhere", "dns:elsewhere.test");
        try (PeerServer peer = PeerServer.start(
                PeerServer.tls(elsewhere), request -> PeerServer.answer(request, Speech.OPENAI, "hi"))) {
            failure(peer.url(""), JDK.trustPem(elsewhere.certificate()));

            assertEquals(0, peer.versions.size());
        }
    }

    @Test
    void serverThatAsksForACertificate_getsIt() throws Exception {
        try (PeerServer peer = PeerServer.start(
                PeerServer.tls(server())
                        .setClientAuth(ClientAuth.REQUIRED)
                        .setTrustOptions(new PemTrustOptions()
                                .addCertPath(client().certificate().toString())),
                request -> PeerServer.answer(request, Speech.OPENAI, "hi"))) {
            TlsSettings trusting = JDK.trustPem(server().certificate());

            assertEquals("hi", said(peer.url(""), trusting.identityPem(client().certificate(), client().key())));
            assertEquals("hi", said(peer.url(""), trusting.identityStore(client().store(), Identity.PASSWORD)));
            try (ModelProvider anonymous = provider(peer.url(""), trusting)) {
                for (int i = 0; i < 3; i++) {
                    ConnectionException refused =
                            Calls.failure(ConnectionException.class, anonymous.stream(HELLO, event -> {}));
                    assertFalse(refused.retryable());
                    Check.contains("identityPem", refused.getMessage());
                }
            }
            assertEquals(2, peer.versions.size());
        }
    }

    @Test
    void differentTrust_isADifferentPool() throws Exception {
        try (PeerServer peer = start();
                ModelProvider trusting = provider(peer.url(""), JDK.trustPem(server().certificate()));
                ModelProvider wary = provider(peer.url(""), JDK)) {
            Calls.await(trusting.stream(HELLO, event -> {}));
            Calls.failure(ConnectionException.class, wary.stream(HELLO, event -> {}));

            assertEquals(2, Pools.all(peer.url("")).size());
        }
    }

    @Test
    void filesThatAreNotWhatTheyShouldBe_areReportedAtOnce() throws Exception {
        Path broken = Files.writeString(Objects.requireNonNull(folder).resolve("broken.pem"), "no certificate");
        URI url = URI.create("https://127.0.0.1:1");

        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> provider(url, JDK.trustPem(broken)));
        assertTrue(String.valueOf(refused.getMessage()).contains("broken.pem"), refused.toString());
        IllegalArgumentException locked = assertThrows(
                IllegalArgumentException.class, () -> provider(url, JDK.trustStore(server().store(), "top-secret")));
        assertFalse(locked.toString().contains("top-secret"), locked.toString());
        assertEquals(0, Pools.all(url).size());
    }

    @Test
    void missingFile_isReportedByItsName() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> JDK.trustPem(Path.of("no-such-file.pem")));

        assertTrue(String.valueOf(refused.getMessage()).contains("no-such-file.pem"), refused.toString());
    }

    @Test
    void identityWithoutItsKey_isRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new TlsSettings(null, new TlsSettings.Pem(server().certificate(), null)));
    }

    @Test
    void passwords_areNotShown() {
        assertFalse(JDK.identityStore(server().store(), "top-secret").toString().contains("top-secret"));
    }
}
