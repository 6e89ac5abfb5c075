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
        ModelsHandler models = new ModelsHandler(options, engine);
        chat(router, new OpenAiDialect(), "/v1/chat/completions");
        AzureDialect azure = new AzureDialect();
        router.post("/openai/deployments/*").handler(models::requireApiVersion);
        chat(router, azure, "/openai/deployments/:deployment/chat/completions");
        chat(router, azure, "/openai/v1/chat/completions");
        ChatHandler anthropic = chat(router, new AnthropicDialect(), "/v1/messages");
        router.post("/v1/messages/count_tokens")
                .handler(body())
                .handler(new CountTokensHandler()::handle)
                .failureHandler(anthropic::fail);
        chat(router, OllamaDialect.chat(), "/api/chat");
        chat(router, OllamaDialect.generate(), "/api/generate");
        router.get("/v1/models").handler(models::list);
        router.get("/api/tags").handler(models::tags);
        router.get("/api/version").handler(models::version);
        router.route().handler(models::notFound);
        return router;
    }

    private ChatHandler chat(Router router, Dialect dialect, String path) {
        ChatHandler handler = new ChatHandler(dialect, engine, recorder);
        router.post(path).handler(body()).handler(handler).failureHandler(handler::fail);
        return handler;
    }

    private static BodyHandler body() {
        return BodyHandler.create(false).setBodyLimit(MAX_BODY);
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
