package io.agenticraft.wire;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that speaks TLS and HTTP/2, which a {@link WireServer} does not. */
final class PeerServer implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final boolean tls;
    private final HttpServer server;
    final List<String> versions = new CopyOnWriteArrayList<>();
    final AtomicInteger accepted = new AtomicInteger();
    final Set<HttpConnection> open = ConcurrentHashMap.newKeySet();

    private PeerServer(HttpServerOptions options, Handler<HttpServerRequest> handler) throws Exception {
        tls = options.isSsl();
        server = vertx.createHttpServer(options)
                .connectionHandler(this::onConnection)
                .requestHandler(request -> {
                    versions.add(request.version() + " " + request.method() + " " + request.path());
                    request.body().onComplete(body -> handler.handle(request), failure -> {});
                });
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private void onConnection(HttpConnection connection) {
        accepted.incrementAndGet();
        open.add(connection);
        connection.closeHandler(ignored -> open.remove(connection));
    }

    static PeerServer start(HttpServerOptions options, Handler<HttpServerRequest> handler) throws Exception {
        return new PeerServer(options, handler);
    }

    static HttpServerOptions plain() {
        return new HttpServerOptions();
    }

    static HttpServerOptions tls(Identity identity) {
        return new HttpServerOptions()
                .setSsl(true)
                .setUseAlpn(true)
                .setKeyCertOptions(new io.vertx.core.net.PfxOptions()
                        .setPath(identity.store().toString())
                        .setPassword(Identity.PASSWORD));
    }

    static HttpServerOptions streams(HttpServerOptions options, int max) {
        return options.setInitialSettings(new Http2Settings().setMaxConcurrentStreams(max));
    }

    /** Says something in one piece. */
    static void answer(HttpServerRequest request, Speech speech, String text) {
        HttpServerResponse response = request.response().putHeader("content-type", speech.contentType);
        if (request.version() != io.vertx.core.http.HttpVersion.HTTP_2) {
            response.setChunked(true);
        }
        response.end(speech.whole(text));
    }

    URI url(String host, String path) {
        return URI.create((tls ? "https://" : "http://") + host + ":" + server.actualPort() + path);
    }

    URI url(String path) {
        return url("127.0.0.1", path);
    }

    /** Closes all sockets, whatever goes on there. */
    void breakOff() {
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void close() {
        breakOff();
    }
}
