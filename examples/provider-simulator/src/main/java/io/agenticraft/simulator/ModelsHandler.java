package io.agenticraft.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** What the APIs tell beside answers: the models there are, a version, and that a path is unknown. */
final class ModelsHandler {

    private static final long CREATED = 1_760_000_000L;
    private static final String CREATED_AT = "2025-10-09T08:53:20Z";
    private static final long SIZE = 2_000_000_000L;
    private static final String DIGEST = "0".repeat(64);

    private final List<String> models;
    private final Engine engine;
    private final Dialect openAi = new OpenAiDialect();
    private final Dialect anthropic = new AnthropicDialect();
    private final Dialect azure = new AzureDialect();
    private final Dialect ollama = OllamaDialect.chat();

    ModelsHandler(SimulatorOptions options, Engine engine) {
        this.models = options.models().isEmpty() ? Models.DEFAULTS : options.models();
        this.engine = engine;
    }

    /** The list of OpenAI or of Anthropic, which share a path. */
    void list(RoutingContext context) {
        boolean anthropics = context.request().headers().contains(AnthropicDialect.VERSION_HEADER);
        Dialect dialect = anthropics ? anthropic : openAi;
        try {
            Keys.check(dialect.key(context.request().headers()), true);
            json(context, 200, Json.write(anthropics ? anthropicModels() : openAiModels()));
        } catch (Rejection rejection) {
            reject(context, dialect, rejection);
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

    private ObjectNode anthropicModels() {
        ObjectNode list = Json.object();
        ArrayNode data = list.putArray("data");
        for (String model : models) {
            data.addObject()
                    .put("type", "model")
                    .put("id", model)
                    .put("display_name", model)
                    .put("created_at", CREATED_AT)
                    .put("lifecycle", "active");
        }
        return list.put("has_more", false).put("first_id", models.get(0)).put("last_id", models.get(models.size() - 1));
    }

    /** Ollama's list. */
    void tags(RoutingContext context) {
        ObjectNode list = Json.object();
        ArrayNode array = list.putArray("models");
        for (String model : models) {
            String name = model.contains(":") ? model : model + ":latest";
            ObjectNode entry = array.addObject()
                    .put("name", name)
                    .put("model", name)
                    .put("modified_at", CREATED_AT)
                    .put("size", SIZE)
                    .put("digest", DIGEST);
            entry.putObject("details")
                    .put("parent_model", "")
                    .put("format", "gguf")
                    .put("family", "simulated")
                    .put("parameter_size", "0B")
                    .put("quantization_level", "Q4_0");
        }
        json(context, 200, Json.write(list));
    }

    /** Ollama's version. */
    void version(RoutingContext context) {
        json(context, 200, "{\"version\":\"0.12.0-simulated\"}");
    }

    /** Lets pass what says which version of Azure's API it speaks. */
    void requireApiVersion(RoutingContext context) {
        if (context.queryParam("api-version").isEmpty()) {
            reject(context, azure, Rejection.of(Fault.NOT_FOUND, "Resource not found"));
        } else {
            context.next();
        }
    }

    /** Answers whatever no route knows. */
    void notFound(RoutingContext context) {
        String path = context.normalizedPath();
        boolean anthropics = context.request().headers().contains(AnthropicDialect.VERSION_HEADER);
        Dialect dialect = path.startsWith("/api/")
                ? ollama
                : path.startsWith("/openai/") ? azure : anthropics ? anthropic : openAi;
        String line = context.request().method() + " " + path;
        reject(context, dialect, Rejection.of(Fault.NOT_FOUND, "Invalid URL (" + line + ")"));
    }

    private void reject(RoutingContext context, Dialect dialect, Rejection rejection) {
        String requestId = Ids.next(engine.random());
        HttpServerResponse response = context.response();
        dialect.headers(requestId, null, engine.clock().instant()).forEach(response::putHeader);
        HttpReply reply = dialect.error(rejection, requestId, engine.clock().instant());
        reply.headers().forEach(response::putHeader);
        json(context, reply.status(), reply.body());
    }

    private static void json(RoutingContext context, int status, String body) {
        context.response()
                .setStatusCode(status)
                .putHeader("content-type", "application/json")
                .end(body);
    }
}
