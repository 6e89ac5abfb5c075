package io.agenticraft.comparison;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.TimeUnit;

/** Answers at once, always the same. A process of its own, so that its work is not counted as a library's. */
final class CannedServer {
    /** How often a slow stream says something, and how often it does so. */
    private static final int SLOW_MILLIS = 1000;

    private static final int SLOW_CHUNKS = 20;
    private static final String SLOW_CHUNK = "data: {\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\","
            + "\"created\":1741570283,\"model\":\"gpt-4o-mini-2024-07-18\",\"choices\":[{\"index\":0,\"delta\":"
            + "{\"content\":\"word \"},\"finish_reason\":null}],\"usage\":null}\n\n";

    private CannedServer() {}

    /** Prints the port, then serves until it is killed. */
    public static void main(String[] arguments) throws Exception {
        HttpServer server = start(Vertx.vertx(), SLOW_MILLIS, () -> {})
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        System.out.println("port " + server.actualPort());
    }

    /**
     * Starts it on a port of its own.
     *
     * @param slowMillis between two words of a slow stream
     * @param heard runs for each request
     */
    static Future<HttpServer> start(Vertx vertx, int slowMillis, Runnable heard) {
        // As at the providers there is no HTTP/2 without TLS: some clients hang when an upgrade meets an answer at
        // once.
        HttpServerOptions options = new HttpServerOptions()
                .setHost("127.0.0.1")
                .setAcceptBacklog(16 * 1024)
                .setHttp2ClearTextEnabled(false);
        return vertx.createHttpServer(options)
                .requestHandler(request -> answer(vertx, request, slowMillis, heard))
                .listen(0);
    }

    private static void answer(Vertx vertx, HttpServerRequest request, int slowMillis, Runnable heard) {
        heard.run();
        request.body().onSuccess(body -> {
            if (request.uri().startsWith("/slow")) {
                stream(vertx, request.response(), slowMillis, SLOW_CHUNKS);
                return;
            }
            Buffer answer = Canned.answerTo(body);
            request.response()
                    .putHeader("content-type", answer == Canned.STREAM ? "text/event-stream" : "application/json")
                    .end(answer);
        });
    }

    private static void stream(Vertx vertx, HttpServerResponse response, int slowMillis, int left) {
        if (!response.headWritten()) {
            response.setChunked(true).putHeader("content-type", "text/event-stream");
        }
        if (response.closed()) {
            return;
        }
        if (left == 0) {
            response.end("data: {\"id\":\"chatcmpl-1\",\"choices\":[{\"index\":0,\"delta\":{},"
                    + "\"finish_reason\":\"stop\"}],\"usage\":null}\n\ndata: [DONE]\n\n");
            return;
        }
        response.write(SLOW_CHUNK);
        vertx.setTimer(slowMillis, id -> stream(vertx, response, slowMillis, left - 1));
    }
}
