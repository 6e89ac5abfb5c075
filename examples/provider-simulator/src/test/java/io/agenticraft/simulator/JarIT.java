package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The packaged jar, in a JVM of its own. */
@Timeout(60)
final class JarIT {

    private static final String READY = "provider-simulator listening on ";

    @Test
    void freePort_servesAfterItsReadyLine() throws Exception {
        Process process = start("--port", "0");
        try {
            String line = firstLine(process);
            assertTrue(line.startsWith(READY + "http://127.0.0.1:"), line);
            HttpResponse<String> response = ask(line.substring(READY.length()));
            assertEquals(200, response.statusCode(), response.body());
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    @Test
    void verbose_logsALinePerRequestWithoutTheKey() throws Exception {
        Process process = start("--port", "0", "--verbose");
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            String base = reader.readLine().substring(READY.length());
            assertEquals(200, ask(base).statusCode());
            String line = reader.readLine();
            assertTrue(line.contains("POST /v1/chat/completions 200"), line);
            assertFalse(line.contains("sk-test"), line);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    @Test
    void busyPort_isOneLineAndExitCode2() throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process process = start("--port", Integer.toString(busy.getLocalPort()));
            List<String> lines = lines(process);
            assertEquals(2, process.waitFor());
            assertEquals(1, lines.size(), lines::toString);
            assertTrue(lines.get(0).contains("127.0.0.1:" + busy.getLocalPort()), lines::toString);
        }
    }

    @Test
    void help_namesTheFlags() throws Exception {
        Process process = start("--help");
        List<String> lines = lines(process);
        assertEquals(0, process.waitFor());
        assertTrue(lines.stream().anyMatch(line -> line.contains("--port")), lines::toString);
    }

    private static HttpResponse<String> ask(String base) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/v1/chat/completions"))
                .header("authorization", "Bearer sk-test")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"model\":\"gpt-4o-mini\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}"))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-jar");
        command.add(Path.of("target", "provider-simulator.jar").toAbsolutePath().toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String firstLine(Process process) throws IOException {
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        String line = reader.readLine();
        return line == null ? "" : line;
    }

    private static List<String> lines(Process process) throws IOException {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            return reader.lines().toList();
        }
    }
}
