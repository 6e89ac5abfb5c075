package io.agenticraft.javaagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agenticraft.javaagent.hosts.DeskHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** OTLP over gRPC: HTTP/2 from the first byte, which is what collectors listen for. A real one is asked elsewhere. */
class GrpcIT {
    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

    @ParameterizedTest
    @MethodSource("io.agenticraft.javaagent.it.Jdks#all")
    void grpc_speaksHttp2AtOnce(String java) throws Exception {
        try (ServerSocket collector = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                FakeOpenAi openAi = new FakeOpenAi()) {
            CompletableFuture<String> greeting = CompletableFuture.supplyAsync(() -> greeting(collector));

            HostJvm.Result result = HostJvm.desk(java, openAi)
                    .env("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")
                    .env("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + collector.getLocalPort())
                    .run(DeskHost.class);

            assertEquals("It is on its way.\n", result.out(), result.err());
            assertEquals(PREFACE, greeting.get(30, TimeUnit.SECONDS));
        }
    }

    private static String greeting(ServerSocket collector) {
        try (Socket socket = collector.accept()) {
            return new String(socket.getInputStream().readNBytes(PREFACE.length()), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
