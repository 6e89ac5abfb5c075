package io.agenticraft.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.provider.PoolSettings;
import io.agenticraft.provider.PoolSettings.Protocol;
import io.agenticraft.provider.ProviderSpec;
import io.agenticraft.provider.TlsSettings;
import io.agenticraft.registry.Binding;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.warmup.Rung;
import io.agenticraft.warmup.TargetReport;
import io.agenticraft.warmup.WarmUp;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Over TLS, in HTTP/1.1 and HTTP/2, the first call after warming up opens no connection either. */
class WarmPeerTest {
    @TempDir
    Path folder = Path.of(".");

    @ParameterizedTest
    @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
    void firstCallAfterwards_opensNoConnection(Protocol protocol) throws Exception {
        Identity identity = Identity.create(folder, "server", "dns:localhost,ip:127.0.0.1");
        try (PeerServer server = PeerServer.start(
                PeerServer.tls(identity), request -> PeerServer.answer(request, Speech.OPENAI, "hi"))) {
            ProviderSpec spec = Calls.spec("openai", server.url("/v1"))
                    .withPool(PoolSettings.defaults().withProtocol(protocol))
                    .withTls(TlsSettings.defaults().trustPem(identity.certificate()));
            try (ProviderRegistry registry = ProviderRegistry.builder()
                    .environment(variable -> null)
                    .spec("mine", spec)
                    .build()) {
                TargetReport report = WarmUp.of(registry)
                        .target("mine:m")
                        .run()
                        .get(30, TimeUnit.SECONDS)
                        .target("mine:m");
                assertTrue(report.ok(), report::toString);
                assertNull(report.cold());
                assertEquals(Rung.VERIFIED, report.reached());
                Binding bound = registry.resolve("mine:m");
                Calls.await(bound.provider().stream(
                        ModelRequest.builder("m").messages(Message.user("hi")).build(), event -> {}));
                assertEquals(1, server.accepted.get());
                assertTrue(server.versions.get(1).startsWith(protocol + " POST"), server.versions::toString);
            }
        }
    }
}
