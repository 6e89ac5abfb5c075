package io.agenticraft.simulator;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.atomic.AtomicInteger;

/** One event loop's share of the server; all of them listen on the same port. */
final class ServerVerticle extends VerticleBase {

    /** Vert.x gives all instances that ask for the same negative port the same free one. */
    private static final int SHARED_FREE_PORT = -1;

    private final Routes routes;
    private final Port port;

    ServerVerticle(Routes routes, Port port) {
        this.routes = routes;
        this.port = port;
    }

    @Override
    public Future<?> start() {
        int wanted = port.wanted == 0 ? SHARED_FREE_PORT : port.wanted;
        // As at the providers there is no HTTP/2 without TLS: an upgrade in the midst of a paced stream would garble
        // it.
        return vertx.createHttpServer(
                        new HttpServerOptions().setTcpNoDelay(true).setHttp2ClearTextEnabled(false))
                .requestHandler(routes.router(vertx))
                .listen(wanted, port.host)
                .map(HttpServer::actualPort)
                .onSuccess(port.actual::set);
    }

    /** Where to listen, and what came of it. */
    static final class Port {

        private final String host;
        private final int wanted;
        private final AtomicInteger actual = new AtomicInteger();

        Port(String host, int wanted) {
            this.host = host;
            this.wanted = wanted;
        }

        int actual() {
            return actual.get();
        }
    }
}
