package io.agenticraft.acceptance.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JaegerQueryTest {

    private static final String ABSENT = "{\"error\":{\"httpCode\":404,\"message\":\"No traces found\"}}";
    private static final String PRESENT = """
            {"result":{"resourceSpans":[{"resource":{},"scopeSpans":[{"scope":{},
              "spans":[{"traceId":"t","spanId":"a","name":"root"}]}]}]}}
            """;

    private final AtomicInteger absentFor = new AtomicInteger();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile int failure = 404;
    private HttpServer server;
    private JaegerQuery query;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(String.valueOf(exchange.getRequestURI()));
            boolean present = absentFor.getAndDecrement() <= 0;
            byte[] body = (present ? PRESENT : ABSENT).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(present ? 200 : failure, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        query = new JaegerQuery(base, Duration.ofMillis(500));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void absentTrace_isWaitedFor() {
        absentFor.set(2);

        Trace trace = query.awaitTrace("t", found -> found.isWhole(1));

        assertEquals("root", trace.root().name());
        assertEquals(List.of("/api/v3/traces/t", "/api/v3/traces/t", "/api/v3/traces/t"), asked);
    }

    @Test
    void traceThatNeverComes_failsAndShowsWhatIsThere() {
        AssertionError e = assertThrows(AssertionError.class, () -> query.awaitTrace("t", found -> found.isWhole(2)));

        assertTrue(String.valueOf(e.getMessage()).contains("root ["), e.getMessage());
    }

    @Test
    void otherStatus_fails() {
        failure = 500;
        absentFor.set(1);

        AssertionError e = assertThrows(AssertionError.class, () -> query.trace("t"));

        assertTrue(String.valueOf(e.getMessage()).contains("answers 500"), e.getMessage());
    }

    @Test
    void service_isSearchedWithABound() {
        assertEquals(1, query.awaitTraces("my desk", found -> !found.isEmpty()).size());
        assertTrue(asked.get(0).startsWith("/api/v3/traces?query.service_name=my+desk&"), asked.get(0));
        assertTrue(asked.get(0).contains("query.num_traces=100"), asked.get(0));
    }
}
