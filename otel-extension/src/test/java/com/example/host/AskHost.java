package com.example.host;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.agenticraft.agent.Agent;
import io.agenticraft.tool.Schema;
import io.agenticraft.tool.Tool;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** A service that asks an agent and a model for each request; it asks itself once and ends. */
public final class AskHost {
    private AskHost() {}

    public static void main(String[] args) throws IOException {
        serve(agent -> agent);
    }

    static void serve(UnaryOperator<Agent> decoration) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/ask", exchange -> answer(exchange, decoration.apply(agent())));
        server.start();
        System.out.println(get(server.getAddress().getPort()));
        server.stop(0);
        System.exit(0);
    }

    private static void answer(HttpExchange exchange, Agent agent) throws IOException {
        try (exchange) {
            String text = agent.run("What is the weather in Rome?").text() + " " + chat();
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Agent agent() {
        return Agent.builder()
                .name("weather-desk")
                .model("openai:gpt-4o-mini")
                .tool(Tool.of(
                        "weather",
                        "The weather in a city",
                        Schema.object().string("city", "the city"),
                        arguments -> "sunny"))
                .build();
    }

    private static String chat() {
        OpenAIClient client = OpenAIOkHttpClient.fromEnv();
        ChatCompletionCreateParams question = ChatCompletionCreateParams.builder()
                .model("gpt-4o-mini")
                .addUserMessage("Hello")
                .build();
        String whole = client.chat()
                .completions()
                .create(question)
                .choices()
                .get(0)
                .message()
                .content()
                .orElse("");
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(question)) {
            // Leaves it at once, as chats do when somebody presses "stop".
            return whole + " " + stream.stream().findFirst().isPresent();
        } finally {
            client.close();
        }
    }

    /** Over a bare socket, which nothing observes: the service's own span is to be the root. */
    private static String get(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write("GET /ask HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
