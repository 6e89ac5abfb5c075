package io.agenticraft.simulator;

import io.vertx.ext.web.RoutingContext;
import java.util.Objects;

/** Anthropic's counting of a prompt's tokens. */
final class CountTokensHandler {

    private final AnthropicDialect dialect = new AnthropicDialect();

    /** Answers, or throws the {@link Rejection} that says why not. */
    void handle(RoutingContext context) {
        Keys.check(dialect.key(context.request().headers()), true);
        AnthropicDialect.requireVersion(context.request().headers());
        String body = Objects.requireNonNullElse(context.body().asString(), "");
        int tokens = new AnthropicRequest(Engine.json(body)).countTokens();
        context.response().putHeader("content-type", "application/json").end("{\"input_tokens\":" + tokens + "}");
    }
}
