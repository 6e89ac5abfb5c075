package com.example.legacy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.agenticraft.agent.Agent;
import io.agenticraft.provider.ProviderException;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions over HTTP with an agent. The span of the request is all that is written by hand here: it continues whatever
 * trace the request belongs to. What the agent does below it, the Java agent sees by itself.
 */
final class Desk implements AutoCloseable {

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final HttpServer server;
    private final Agent agent;
    private final Tracer tracer;
    private final TextMapPropagator propagator;

    private Desk(HttpServer server, Agent agent, OpenTelemetry telemetry) {
        this.server = server;
        this.agent = agent;
        this.tracer = telemetry.getTracer("support-desk");
        this.propagator = telemetry.getPropagators().getTextMapPropagator();
    }

    /** Opens on that port of the loopback interface; 0 takes a free one. */
    static Desk open(int port, Agent agent, OpenTelemetry telemetry) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        Desk desk = new Desk(server, agent, telemetry);
        server.createContext("/ask", desk::serve);
        server.setExecutor(desk.threads);
        server.start();
        return desk;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }

    private void serve(HttpExchange exchange) throws IOException {
        Context caller = propagator.extract(Context.current(), exchange.getRequestHeaders(), Desk::header);
        Span span = tracer.spanBuilder("POST /ask")
                .setParent(caller)
                .setSpanKind(SpanKind.SERVER)
                .setAttribute("http.request.method", "POST")
                .setAttribute("http.route", "/ask")
                .startSpan();
        Scope scope = span.makeCurrent();
        try (exchange) {
            answer(exchange, span);
        } finally {
            scope.close();
            span.end();
        }
    }

    private static @Nullable String header(@Nullable Headers headers, String name) {
        return headers == null ? null : headers.getFirst(name);
    }

    private void answer(HttpExchange exchange, Span span) throws IOException {
        String question = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = 200;
        String text;
        try {
            text = agent.run(question).text();
        } catch (ProviderException e) {
            status = 502;
            text = "The desk is closed.";
            span.setStatus(StatusCode.ERROR)
                    .setAttribute("error.type", e.getClass().getName());
        }
        span.setAttribute("http.response.status_code", status);
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
