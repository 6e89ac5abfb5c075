package io.agenticraft.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Raw requests to a simulator. */
final class Http {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Http() {}

    static HttpResponse<String> post(Simulator simulator, String path, String body, String... headers) {
        HttpRequest.Builder builder = request(simulator, path, headers).POST(HttpRequest.BodyPublishers.ofString(body));
        return send(builder);
    }

    static HttpResponse<String> get(Simulator simulator, String path, String... headers) {
        return send(request(simulator, path, headers).GET());
    }

    /** A request to an API that wants a bearer token. */
    static HttpResponse<String> openAi(Simulator simulator, String body, String... directives) {
        return post(simulator, "/v1/chat/completions", body, with("authorization", "Bearer sk-test", directives));
    }

    static HttpResponse<String> anthropic(Simulator simulator, String body, String... directives) {
        String[] headers = with("x-api-key", "sk-ant-test", directives);
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = AnthropicDialect.VERSION_HEADER;
        all[headers.length + 1] = "2023-06-01";
        return post(simulator, "/v1/messages", body, all);
    }

    static HttpResponse<String> ollama(Simulator simulator, String body, String... directives) {
        return post(simulator, "/api/chat", body, with("accept", "*/*", directives));
    }

    static JsonNode json(HttpResponse<String> response) {
        return json(response.body());
    }

    static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The data of every server-sent event. */
    static List<String> data(HttpResponse<String> response) {
        return response.body()
                .lines()
                .filter(line -> line.startsWith("data: "))
                .map(line -> line.substring("data: ".length()))
                .toList();
    }

    private static String[] with(String name, String value, String... directives) {
        return directives.length == 0
                ? new String[] {name, value}
                : new String[] {name, value, Directives.HEADER, String.join(";", directives)};
    }

    private static HttpRequest.Builder request(Simulator simulator, String path, String... headers) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(simulator.baseUrl() + path)).timeout(Duration.ofSeconds(20));
        return headers.length == 0 ? builder : builder.headers(headers);
    }

    private static HttpResponse<String> send(HttpRequest.Builder builder) {
        try {
            return CLIENT.send(builder.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
