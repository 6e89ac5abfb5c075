package io.agenticraft.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** The list of models, in the shape of the API that asks. */
final class ModelsHandler implements Handler<RoutingContext> {

    private static final long CREATED = 1_760_000_000L;

    private final List<String> models;
    private final Engine engine;
    private final OpenAiDialect openAi = new OpenAiDialect();

    ModelsHandler(SimulatorOptions options, Engine engine) {
        this.models = options.models().isEmpty() ? Models.DEFAULTS : options.models();
        this.engine = engine;
    }

    @Override
    public void handle(RoutingContext context) {
        try {
            Keys.check(openAi.key(context.request().headers()), true);
            json(context, 200, Json.write(openAiModels()));
        } catch (Rejection rejection) {
            reject(context, openAi, rejection);
        }
    }

    private ObjectNode openAiModels() {
        ObjectNode list = Json.object().put("object", "list");
        ArrayNode data = list.putArray("data");
        for (String model : models) {
            data.addObject()
                    .put("id", model)
                    .put("object", "model")
                    .put("created", CREATED)
                    .put("owned_by", "simulator");
        }
        return list;
    }

    /** Answers whatever no route knows. */
    void notFound(RoutingContext context) {
        String line = context.request().method() + " " + context.request().path();
        reject(context, openAi, Rejection.of(Fault.NOT_FOUND, "Invalid URL (" + line + ")"));
    }

    private void reject(RoutingContext context, Dialect dialect, Rejection rejection) {
        HttpReply reply = dialect.error(
                rejection, Ids.next(engine.random()), engine.clock().instant());
        reply.headers().forEach(context.response()::putHeader);
        json(context, reply.status(), reply.body());
    }

    private static void json(RoutingContext context, int status, String body) {
        HttpServerResponse response = context.response();
        response.setStatusCode(status)
                .putHeader("content-type", "application/json")
                .end(body);
    }
}
