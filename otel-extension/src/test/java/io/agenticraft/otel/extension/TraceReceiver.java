package io.agenticraft.otel.extension;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes spans over OTLP http/protobuf. */
final class TraceReceiver implements AutoCloseable {
    private final List<Span> spans = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    TraceReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    String endpoint() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            ExportTraceServiceRequest.parseFrom(exchange.getRequestBody().readAllBytes())
                    .getResourceSpansList()
                    .forEach(resource ->
                            resource.getScopeSpansList().forEach(scope -> spans.addAll(scope.getSpansList())));
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    /** The spans as a tree of kinds and names: two blanks per level, siblings by start. */
    String tree() {
        StringBuilder tree = new StringBuilder();
        append(tree, "", "");
        return tree.toString();
    }

    private void append(StringBuilder tree, String parent, String indent) {
        for (Span span : children(parent)) {
            String kind = span.getKind().name().replace("SPAN_KIND_", "");
            tree.append(indent).append(kind).append(' ').append(span.getName()).append('\n');
            append(tree, span.getSpanId().toString(StandardCharsets.ISO_8859_1), indent + "  ");
        }
    }

    private List<Span> children(String parent) {
        return spans.stream()
                .filter(span -> span.getParentSpanId()
                        .toString(StandardCharsets.ISO_8859_1)
                        .equals(parent))
                .sorted(Comparator.comparingLong(Span::getStartTimeUnixNano))
                .toList();
    }

    List<Span> named(String name) {
        return spans.stream()
                .filter(span -> span.getName().equals(name))
                .sorted(Comparator.comparingLong(Span::getStartTimeUnixNano))
                .toList();
    }

    static AnyValue attribute(Span span, String name) {
        return span.getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + span.getAttributesList()))
                .getValue();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
