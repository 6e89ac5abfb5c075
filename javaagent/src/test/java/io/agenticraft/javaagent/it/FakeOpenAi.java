package io.agenticraft.javaagent.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** OpenAI's chat completions with canned answers: a tool call where tools are offered and none has answered, else a text. */
final class FakeOpenAi implements AutoCloseable {
    private static final String ANSWER = """
            {"id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": "gpt-4o-mini-2024-07-18",
             "choices": [{"index": 0, "finish_reason": "%s", "logprobs": null, "message": %s}],
             "usage": {"prompt_tokens": 21, "completion_tokens": 7, "total_tokens": 28}}""";
    private static final String TEXT = """
            {"role": "assistant", "refusal": null, "content": "It is on its way."}""";
    private static final String CALL = """
            {"role": "assistant", "refusal": null, "content": null, "tool_calls": [{"id": "call_1", "type": "function",
             "function": {"name": "order_status", "arguments": "{\\"order\\": \\"A17\\"}"}}]}""";
    private static final String CHUNK = """
            data: {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, \
            "model": "gpt-4o-mini-2024-07-18", "choices": [{"index": 0, "finish_reason": %s, "delta": %s}]}

            """;

    private final HttpServer server;
    private final List<String> traceparents = new CopyOnWriteArrayList<>();

    FakeOpenAi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/completions", this::answer);
        server.setExecutor(Executors.newCachedThreadPool(FakeOpenAi::daemon));
        server.start();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "fake-openai");
        thread.setDaemon(true);
        return thread;
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            traceparents.addAll(exchange.getRequestHeaders().getOrDefault("traceparent", List.of()));
            if (request.contains("\"stream\":true")) {
                send(exchange, 200, "text/event-stream", stream());
            } else if (request.contains("too much")) {
                send(exchange, 400, "application/json", "{\"error\": {\"message\": \"no\", \"code\": \"bad\"}}");
            } else if (request.contains("\"tools\"") && !request.contains("\"tool\"")) {
                send(exchange, 200, "application/json", ANSWER.formatted("tool_calls", CALL));
            } else {
                send(exchange, 200, "application/json", ANSWER.formatted("stop", TEXT));
            }
        }
    }

    private static String stream() {
        return CHUNK.formatted("null", "{\"role\": \"assistant\", \"content\": \"It is \"}")
                + CHUNK.formatted("null", "{\"content\": \"on its way.\"}")
                + CHUNK.formatted("\"stop\"", "{}")
                + "data: [DONE]\n\n";
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
