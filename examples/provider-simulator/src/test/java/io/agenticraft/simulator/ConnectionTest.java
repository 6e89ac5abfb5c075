package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many clients at once, impolite ones among them. */
final class ConnectionTest {

    private static final String STREAM =
            "{\"model\":\"gpt-4o-mini\",\"stream\":true," + "\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";

    private static Simulator simulator;

    @BeforeAll
    static void start() {
        simulator = Simulator.start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    private static Socket send(String directives, int times) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), simulator.port());
        socket.setSoTimeout(20_000);
        String request = "POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer k\r\nx-simulate: "
                + directives + "\r\nContent-Length: " + STREAM.length() + "\r\n\r\n" + STREAM;
        socket.getOutputStream().write(request.repeat(times).getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    @Test
    void clientThatLeaves_doesNotDisturbOthers() throws IOException {
        for (int i = 0; i < 20; i++) {
            try (Socket socket = send("tps=50;tokens=1000", 1)) {
                assertEquals("HTTP/1.1 200 OK", reader(socket).readLine());
            }
        }
        assertEquals(200, Http.openAi(simulator, STREAM).statusCode());
    }

    @Test
    void oneConnection_servesOneRequestAfterTheOther() throws IOException {
        try (Socket socket = send("tokens=3", 3)) {
            BufferedReader reader = reader(socket);
            int done = 0;
            while (done < 3) {
                String line = reader.readLine();
                done += line.equals("data: [DONE]") ? 1 : 0;
            }
            assertEquals(3, done);
        }
    }

    @Test
    void manyPacedStreams_areAllWhole() {
        ExecutorService threads = Executors.newFixedThreadPool(50);
        try {
            List<CompletableFuture<Long>> answers = IntStream.range(0, 50)
                    .mapToObj(i ->
                            CompletableFuture.supplyAsync(
                                    () -> Http.data(Http.openAi(
                                                    simulator, STREAM, "first-token=20ms", "tps=1000", "tokens=100"))
                                            .stream()
                                            .filter(data ->
                                                    data.contains("\"content\":\"") && !data.contains("\"role\""))
                                            .count(),
                                    threads))
                    .toList();
            answers.forEach(answer -> assertEquals(100, answer.join()));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void longStream_reachesASlowReaderWhole() throws IOException {
        try (Socket socket = send("tokens=20000", 1)) {
            BufferedReader reader = reader(socket);
            long tokens = 0;
            String line = reader.readLine();
            while (!line.equals("data: [DONE]")) {
                tokens += line.contains("\"content\":\"") && !line.contains("\"role\"") ? 1 : 0;
                line = reader.readLine();
            }
            assertTrue(tokens >= 19_990, "some lines may be split by the chunks of HTTP, none lost: " + tokens);
        }
    }
}
