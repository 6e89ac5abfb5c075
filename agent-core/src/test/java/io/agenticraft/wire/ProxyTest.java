package io.agenticraft.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.provider.ConnectionException;
import io.agenticraft.provider.HttpProxy;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.NotFoundException;
import io.agenticraft.provider.ProviderSpec;
import io.agenticraft.provider.TlsSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A proxy stands between: asked for http URLs, tunnelled through for https URLs. */
class ProxyTest {
    private static final ModelRequest HELLO =
            ModelRequest.builder("m").messages(Message.user("Hello")).build();
    private static final Speech SPEECH = Speech.OPENAI;

    private final WireServer proxy = WireServer.start();

    @AfterEach
    void stop() throws Exception {
        proxy.close();
    }

    private HttpProxy address() {
        return HttpProxy.of("127.0.0.1", proxy.url("").getPort());
    }

    private static ModelProvider provider(ProviderSpec spec) {
        return SPEECH.factory().create(spec);
    }

    /** Names of containers have underscores; a URL's host may not, so that {@link URI} knows none here. */
    @Test
    void httpUrl_isAskedOfTheProxyWholly() throws Exception {
        proxy.always(Replies.chunked(SPEECH.contentType, SPEECH.whole("hi")));
        ProviderSpec spec = Calls.spec("openai", URI.create("http://my_ollama:11434/v1?a=b"))
                .withProxy(address());
        try (ModelProvider provider = provider(spec)) {
            assertEquals("hi", Calls.await(provider.stream(HELLO, event -> {})).text());
            assertEquals("hi", Calls.await(provider.stream(HELLO, event -> {})).text());
        }
        WireServer.Received asked = proxy.last();
        assertEquals("http://my_ollama:11434/v1/chat/completions?a=b", asked.path());
        assertEquals("my_ollama:11434", asked.headers().get("host"));
        assertEquals("Bearer secret-key-123", asked.headers().get("authorization"));
        assertNull(asked.headers().get("proxy-authorization"));
        assertEquals(1, proxy.connections());
    }

    @Test
    void login_isSentToTheProxy() throws Exception {
        proxy.always(Replies.chunked(SPEECH.contentType, SPEECH.whole("hi")));
        HttpProxy withLogin = new HttpProxy("127.0.0.1", proxy.url("").getPort(), "me", "pw");
        try (ModelProvider provider =
                provider(Calls.spec("openai", URI.create("http://host.test")).withProxy(withLogin))) {
            Calls.await(provider.stream(HELLO, event -> {}));
        }
        assertEquals("Basic bWU6cHc=", proxy.last().headers().get("proxy-authorization"));
        assertFalse(withLogin.toString().contains("pw"), withLogin.toString());
    }

    @Test
    void httpsUrl_isTunnelledAndTheProxySeesNoSecret(@TempDir Path folder) throws Exception {
        Identity identity = Identity.create(folder, "server", "ip:127.0.0.1");
        try (PeerServer server =
                PeerServer.start(PeerServer.tls(identity), request -> PeerServer.answer(request, SPEECH, "hi"))) {
            proxy.always((socket, request) -> tunnel(socket, server.url("").getPort()));
            ProviderSpec spec = Calls.spec("openai", server.url("/v1"))
                    .withProxy(address())
                    .withTls(TlsSettings.defaults().trustPem(identity.certificate()));
            try (ModelProvider provider = provider(spec)) {
                assertEquals(
                        "hi", Calls.await(provider.stream(HELLO, event -> {})).text());
                assertEquals(
                        "hi", Calls.await(provider.stream(HELLO, event -> {})).text());
            }
            assertEquals(1, proxy.received().size());
            WireServer.Received asked = proxy.last();
            assertEquals("CONNECT", asked.method());
            assertEquals("127.0.0.1:" + server.url("").getPort(), asked.path());
            assertFalse(asked.toString().contains("secret"), asked.toString());
            assertEquals(1, server.accepted.get());
        }
    }

    /** Passes bytes on in both directions until one side closes. */
    private static void tunnel(Socket client, int port) throws Exception {
        try (Socket target = new Socket(InetAddress.getLoopbackAddress(), port)) {
            client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            Thread back = new Thread(() -> pump(target, client));
            back.setDaemon(true);
            back.start();
            pump(client, target);
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One of the two is gone, and so will be the other.
        }
    }

    @Test
    void proxyThatRefuses_isAConnectionFailure() {
        proxy.always(Replies.response(403, Map.of(), "not for you"));
        try (ModelProvider provider =
                provider(Calls.spec("openai", URI.create("https://host.test")).withProxy(address()))) {
            Calls.failure(ConnectionException.class, provider.stream(HELLO, event -> {}));
        }
    }

    @Test
    void redirectThroughAProxy_isNotFollowed() {
        proxy.always(Replies.response(302, Map.of("location", "http://evil.test/v1"), ""));
        try (ModelProvider provider =
                provider(Calls.spec("openai", URI.create("http://host.test")).withProxy(address()))) {
            NotFoundException failure = Calls.failure(NotFoundException.class, provider.stream(HELLO, event -> {}));

            assertTrue(failure.toString().contains("http://evil.test:80"), failure.toString());
            assertEquals(1, proxy.received().size());
        }
    }

    @Test
    void directAndProxied_areDifferentPools() {
        URI url = URI.create("http://host.test:" + proxy.url("").getPort());
        @Nullable HttpProxy none = null;
        try (ModelProvider direct = provider(Calls.spec("openai", url).withProxy(none));
                ModelProvider proxied = provider(Calls.spec("openai", url).withProxy(address()))) {
            assertEquals(2, Pools.all(url).size());
            assertTrue(Pools.all(url).get(1).origin().endsWith("via 127.0.0.1:" + url.getPort()));
            assertFalse(direct.equals(proxied));
        }
    }
}
