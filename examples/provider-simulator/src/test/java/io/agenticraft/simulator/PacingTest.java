package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times. Only lower bounds are asserted: a busy machine is late, never early. */
final class PacingTest {

    private static final long MILLI = 1_000_000;
    /** A timer may fire by its rounding before the due time. */
    private static final long SLACK = 2 * MILLI;

    private static Simulator simulator;

    @BeforeAll
    static void start() {
        simulator = Simulator.start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    /** Nanoseconds from the request until each read that brought something. */
    private static List<Long> arrivals(String directives, boolean stream, StringBuilder text)
            throws IOException, InterruptedException {
        String body = "{\"model\":\"gpt-4o-mini\",\"stream\":" + stream
                + ",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/v1/chat/completions"))
                .headers("authorization", "Bearer k", Directives.HEADER, directives)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        long start = System.nanoTime();
        List<Long> arrivals = new ArrayList<>();
        try (InputStream in = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            byte[] bytes = new byte[8192];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                arrivals.add(System.nanoTime() - start);
                text.append(new String(bytes, 0, read, StandardCharsets.UTF_8));
            }
        }
        return arrivals;
    }

    @Test
    void stream_isSpreadOverItsTime() throws Exception {
        StringBuilder text = new StringBuilder();
        List<Long> arrivals = arrivals("first-token=100ms;between-tokens=20ms;tokens=10", true, text);
        assertTrue(arrivals.get(0) >= 100 * MILLI - SLACK, arrivals::toString);
        assertTrue(arrivals.get(arrivals.size() - 1) >= 280 * MILLI - SLACK, arrivals::toString);
        assertTrue(arrivals.size() > 2, arrivals::toString);
        assertTrue(text.toString().endsWith("data: [DONE]\n\n"));
        assertEquals(
                12,
                text.toString()
                        .lines()
                        .filter(line -> line.startsWith("data: {"))
                        .count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"first-token=150ms;tokens=3", "between-tokens=50ms;tokens=4", "tps=20;tokens=4"})
    void plainAnswer_takesAsLongAsItsTokens(String directives) throws Exception {
        List<Long> arrivals = arrivals(directives, false, new StringBuilder());
        assertTrue(arrivals.get(0) >= 150 * MILLI - SLACK, arrivals::toString);
    }

    @Test
    void fastStream_isWhole() throws Exception {
        StringBuilder text = new StringBuilder();
        arrivals("tps=100000;tokens=2000", true, text);
        assertEquals(
                2002,
                text.toString()
                        .lines()
                        .filter(line -> line.startsWith("data: {"))
                        .count());
    }

    @Test
    void pacedStreamThatIsCut_breaksAfterHalf() {
        StringBuilder text = new StringBuilder();
        org.junit.jupiter.api.Assertions.assertThrows(
                IOException.class, () -> arrivals("error=cut;tps=500;tokens=20", true, text));
        assertTrue(text.toString().contains("\"content\":"), text::toString);
        assertTrue(!text.toString().contains("[DONE]"), text::toString);
    }
}
