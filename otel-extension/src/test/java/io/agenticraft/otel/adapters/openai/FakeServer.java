package io.agenticraft.otel.adapters.openai;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A server that gives prepared answers in turn, and notices whether clients hang up on it. */
public final class FakeServer implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Answer> answers = new ArrayDeque<>();
    private final CountDownLatch hungUp = new CountDownLatch(1);
    private final HttpServer server;

    public FakeServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://localhost:" + port() + "/v1";
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public FakeServer answers(Answer answer) {
        synchronized (answers) {
            answers.add(answer);
        }
        return this;
    }

    public FakeServer json(int status, String body) {
        return answers(exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.getResponseHeaders().add("x-request-id", "req_1");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    /** An event stream of these data lines that then ends as a server ends it. */
    public FakeServer events(String... data) {
        return answers(exchange -> {
            OutputStream out = openEvents(exchange);
            for (String line : data) {
                send(out, line);
            }
        });
    }

    /** An event stream that goes on until the client hangs up. */
    public FakeServer endless(String data) {
        return answers(exchange -> {
            OutputStream out = openEvents(exchange);
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    send(out, data);
                }
            } catch (IOException gone) {
                hungUp.countDown();
                throw gone;
            }
        });
    }

    /** An event stream that breaks off within its chunked coding. */
    public FakeServer cut(String... data) {
        return answers(exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 1_000_000);
            OutputStream out = exchange.getResponseBody();
            for (String line : data) {
                send(out, line);
            }
            throw new IOException("cut");
        });
    }

    public boolean clientHungUp() throws InterruptedException {
        return hungUp.await(10, TimeUnit.SECONDS);
    }

    private static OutputStream openEvents(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }

    private static void send(OutputStream out, String data) throws IOException {
        out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Answer answer;
        synchronized (answers) {
            answer = answers.remove();
        }
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            answer.give(exchange);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** One answer. */
    public interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }
}
