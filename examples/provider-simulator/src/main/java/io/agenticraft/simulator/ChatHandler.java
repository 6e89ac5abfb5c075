package io.agenticraft.simulator;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The route of one API's chat requests. */
final class ChatHandler implements Handler<RoutingContext> {

    private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);
    private static final int TOO_LARGE = 413;

    private final Dialect dialect;
    private final Engine engine;
    private final Recorder recorder;

    ChatHandler(Dialect dialect, Engine engine, Recorder recorder) {
        this.dialect = dialect;
        this.engine = engine;
        this.recorder = recorder;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        String body = Objects.requireNonNullElse(context.body().asString(), "");
        recorder.record(dialect.name(), request, body);
        RandomGenerator random = engine.random();
        String requestId = Ids.next(random);
        try {
            Engine.Outcome outcome = engine.handle(dialect, request.headers(), body, model(context), random);
            setHeaders(context, requestId, true);
            new Delivery(context.vertx(), request, dialect, outcome, requestId).start();
        } catch (Rejection rejection) {
            reject(context, rejection, requestId);
        }
    }

    /** The model named by the path, where it is the path that names it. */
    private static @Nullable String model(RoutingContext context) {
        return context.pathParam("deployment");
    }

    /** What a failure of the routing, above all a body that is too large, looks like in this API. */
    void fail(RoutingContext context) {
        Throwable failure = context.failure();
        boolean tooLarge = context.statusCode() == TOO_LARGE;
        if (!tooLarge && failure != null) {
            LOG.error("request failed", failure);
        }
        Rejection rejection = failure instanceof Rejection known
                ? known
                : tooLarge
                        ? Rejection.of(Fault.TOO_LARGE, "The request is too large.")
                        : Rejection.of(Fault.SERVER_ERROR, "The simulator has a defect.");
        reject(context, rejection, Ids.next(engine.random()));
    }

    private void reject(RoutingContext context, Rejection rejection, String requestId) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten()) {
            context.request().connection().close();
            return;
        }
        setHeaders(context, requestId, rejection.fault() == Fault.RATE_LIMITED);
        HttpReply reply = dialect.error(rejection, requestId, engine.clock().instant());
        reply.headers().forEach(response::putHeader);
        response.setStatusCode(reply.status())
                .putHeader("content-type", "application/json")
                .end(reply.body());
    }

    private void setHeaders(RoutingContext context, String requestId, boolean withQuota) {
        HttpServerResponse response = context.response();
        @Nullable
        Quota quota = withQuota ? engine.quota(dialect.key(context.request().headers())) : null;
        dialect.headers(requestId, quota, engine.clock().instant()).forEach(response::putHeader);
    }
}
