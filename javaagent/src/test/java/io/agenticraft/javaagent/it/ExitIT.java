package io.agenticraft.javaagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.javaagent.hosts.DeskHost;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A backend that is down or hangs costs a line and a bounded wait at the exit; never the host. */
class ExitIT {
    private static final Duration FLUSH = Duration.ofSeconds(3);
    /** For a machine that is busy. */
    private static final Duration SLACK = Duration.ofSeconds(30);

    @ParameterizedTest
    @MethodSource("io.agenticraft.javaagent.it.Jdks#all")
    void backendThatIsDown_costsAtMostOneLine(String java) throws Exception {
        int nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = closed.getLocalPort();
        }
        assertHostUnharmed(java, nobody);
    }

    @ParameterizedTest
    @MethodSource("io.agenticraft.javaagent.it.Jdks#all")
    void backendThatHangs_isGivenUp(String java) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertHostUnharmed(java, silent.getLocalPort());
        }
    }

    private static void assertHostUnharmed(String java, int port) throws Exception {
        try (FakeOpenAi openAi = new FakeOpenAi()) {
            HostJvm.Result result = HostJvm.desk(java, openAi)
                    .env("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + port)
                    .run(DeskHost.class);

            assertEquals("It is on its way.\n", result.out());
            assertEquals(0, result.exit());
            assertTrue(result.err().lines().count() <= 1, result.err());
            assertTrue(
                    result.wall().compareTo(FLUSH.plus(SLACK)) < 0,
                    result.wall().toString());
        }
    }
}
