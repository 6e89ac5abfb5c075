package io.agenticraft.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.parsetools.RecordParser;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.ext.web.codec.BodyCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Objects;

/** The limit: Web Client and Jackson's trees alone, written for this one purpose. */
final class BareVertx implements Peer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EVENT = "data: {";

    private final WebClient client = WebClient.create(
            Vertx.vertx(), new WebClientOptions(), new PoolOptions().setHttp1MaxSize(Load.CONCURRENCY));

    @Override
    public Work work(Scenario scenario, URI server) {
        return switch (scenario) {
            case BLOCKING ->
                (Work.Blocking) () -> Work.check(
                        scenario,
                        text(call(server, request()))
                                .toCompletionStage()
                                .toCompletableFuture()
                                .get());
            case ASYNC ->
                (Work.Async) () -> text(call(server, request()))
                        .onSuccess(text -> Work.check(scenario, text))
                        .toCompletionStage()
                        .toCompletableFuture();
            case TOOL ->
                (Work.Async) () -> text(twoCalls(server))
                        .onSuccess(text -> Work.check(scenario, text))
                        .toCompletionStage()
                        .toCompletableFuture();
            case STREAM -> (Work.Async) () -> stream(server).toCompletionStage().toCompletableFuture();
        };
    }

    private static ObjectNode request() {
        ObjectNode request = JSON.createObjectNode().put("model", Scenario.MODEL);
        request.putArray("messages").addObject().put("role", "user").put("content", Scenario.QUESTION);
        return request;
    }

    private Future<JsonNode> call(URI server, ObjectNode request) {
        return client.post(server.getPort(), server.getHost(), server.getPath() + "/chat/completions")
                .putHeader("content-type", "application/json")
                .putHeader("authorization", "Bearer sk-canned")
                .sendBuffer(bytes(request))
                .map(BareVertx::tree);
    }

    private Future<JsonNode> twoCalls(URI server) {
        ObjectNode first = request();
        ObjectNode function =
                first.putArray("tools").addObject().put("type", "function").putObject("function");
        function.put("name", "get_weather").put("description", "The weather in a city, now.");
        ObjectNode schema = function.putObject("parameters").put("type", "object");
        schema.putObject("properties").putObject("city").put("type", "string");
        schema.putArray("required").add("city");
        return call(server, first).compose(answer -> {
            JsonNode message = answer.at("/choices/0/message");
            JsonNode call = message.at("/tool_calls/0");
            String city =
                    read(call.at("/function/arguments").asText()).get("city").asText();
            ArrayNode messages = (ArrayNode) first.get("messages");
            messages.add(message);
            messages.addObject()
                    .put("role", "tool")
                    .put("tool_call_id", call.get("id").asText())
                    .put("content", "It is sunny in " + city);
            return call(server, first);
        });
    }

    private Future<Void> stream(URI server) {
        StringBuilder text = new StringBuilder();
        RecordParser lines = RecordParser.newDelimited("\n", line -> {
            String event = line.toString();
            if (event.startsWith(EVENT)) {
                text.append(read(event.substring(EVENT.length() - 1))
                        .at("/choices/0/delta/content")
                        .asText(""));
            }
        });
        return client.post(server.getPort(), server.getHost(), server.getPath() + "/chat/completions")
                .putHeader("content-type", "application/json")
                .putHeader("authorization", "Bearer sk-canned")
                .as(BodyCodec.pipe(new Sink(lines)))
                .sendBuffer(bytes(request().put("stream", true)))
                .map(done -> {
                    Work.check(Scenario.STREAM, text.toString());
                    return null;
                });
    }

    private static Buffer bytes(ObjectNode request) {
        try {
            return Buffer.buffer(JSON.writeValueAsBytes(request));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode tree(HttpResponse<Buffer> response) {
        try {
            return JSON.readTree(Objects.requireNonNull(response.body()).getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Future<String> text(Future<JsonNode> answer) {
        return answer.map(tree -> tree.at("/choices/0/message/content").asText());
    }
}
