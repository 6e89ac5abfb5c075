package io.agenticraft.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which path belongs to which API. */
final class Routes {

    private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);
    private static final long MAX_BODY = 32L * 1024 * 1024;

    private final SimulatorOptions options;
    private final Engine engine;
    private final Recorder recorder;

    Routes(SimulatorOptions options, Engine engine, Recorder recorder) {
        this.options = options;
        this.engine = engine;
        this.recorder = recorder;
    }

    Router router(Vertx vertx) {
        Router router = Router.router(vertx);
        if (options.verbose()) {
            router.route().handler(Routes::log);
        }
        chat(router, new OpenAiDialect(), "/v1/chat/completions");
        ModelsHandler models = new ModelsHandler(options, engine);
        router.get("/v1/models").handler(models);
        router.route().handler(models::notFound);
        return router;
    }

    private void chat(Router router, Dialect dialect, String path) {
        ChatHandler handler = new ChatHandler(dialect, engine, recorder);
        router.post(path)
                .handler(BodyHandler.create(false).setBodyLimit(MAX_BODY))
                .handler(handler)
                .failureHandler(handler::fail);
    }

    private static void log(RoutingContext context) {
        long start = System.nanoTime();
        HttpServerRequest request = context.request();
        context.addEndHandler(end -> LOG.info(
                "{} {} {} {}ms{}",
                request.method(),
                request.path(),
                context.response().getStatusCode(),
                (System.nanoTime() - start) / 1_000_000,
                end.succeeded() ? "" : " broken off"));
        context.next();
    }
}
