package io.agenticraft.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A report is shown to others: no key and no password is in it, whoever tells of them. */
class SecretsTest {
    private static final String KEY = "sk-proj-Zq81hTr6pWx0Secret";

    private final CommandRun run = new CommandRun();
    private final Path folder;

    SecretsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Some servers repeat what they were sent. */
    @ParameterizedTest
    @ValueSource(strings = {"--progress", "--json", "--csv"})
    void keyThatTheServerRepeats_isInNoReport(String form) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String sent = exchange.getRequestHeaders().getFirst("Authorization");
            byte[] body = ("{\"error\":{\"message\":\"Incorrect API key provided: " + sent
                            + "\",\"type\":\"invalid_request_error\",\"code\":\"invalid_api_key\"}}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("content-type", "application/json");
            exchange.sendResponseHeaders(401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            run.set("OPENAI_BASE_URL", "http://127.0.0.1:" + server.getAddress().getPort() + "/v1")
                    .set("OPENAI_API_KEY", KEY);
            Path page = folder.resolve("report.html");
            assertEquals(1, run.execute("--target", "openai:a", "--requests", "2", form, "--html", page.toString()));
            assertTrue(run.out().contains("401"), run.out());
            assertFalse((run.out() + run.err() + Files.readString(page)).contains(KEY), run.out());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void passwordInABaseUrl_isInNoReport() {
        run.set("OPENAI_BASE_URL", "http://user:pw98765@127.0.0.1:1/v1").set("OPENAI_API_KEY", KEY);
        assertEquals(1, run.execute("--target", "openai:a", "--requests", "2", "--json"));

        assertTrue(run.out().contains("without user and password"), run.out());
        assertFalse((run.out() + run.err()).contains("pw98765"), run.out());
    }
}
