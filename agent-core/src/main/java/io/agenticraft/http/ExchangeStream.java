package io.agenticraft.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.impl.HttpContext;
import io.vertx.ext.web.codec.BodyCodec;
import io.vertx.ext.web.codec.spi.BodyStream;
import org.jspecify.annotations.Nullable;

/**
 * Leads the body of a Web Client's response into an {@link Exchange}. Web Client shows a response only when its body
 * has ended; the interceptor shows the exchange its request and the response's head when they are there.
 */
final class ExchangeStream implements BodyCodec<Void>, BodyStream<Void> {
    private final Exchange exchange;
    private final Promise<Void> result = Promise.promise();

    ExchangeStream(Exchange exchange) {
        this.exchange = exchange;
    }

    static void intercept(HttpContext<?> context) {
        if (context.request().bodyCodec() instanceof ExchangeStream stream) {
            switch (context.phase()) {
                case SEND_REQUEST -> stream.exchange.onRequest(context.clientRequest());
                case RECEIVE_RESPONSE -> stream.exchange.onResponse(context.clientResponse());
                default -> {}
            }
        }
        context.next();
    }

    @Override
    public BodyStream<Void> stream() {
        return this;
    }

    @Override
    public Future<Void> write(Buffer data) {
        exchange.onBytes(data);
        return Future.succeededFuture();
    }

    /** Comes after a failure too; the exchange learns of the end from Web Client's future, which tells the two apart. */
    @Override
    public Future<Void> end() {
        result.tryComplete();
        return Future.succeededFuture();
    }

    @Override
    public void handle(Throwable failure) {
        result.tryFail(failure);
    }

    @Override
    public Future<Void> result() {
        return result.future();
    }

    /** Never full: the exchange holds the response itself. */
    @Override
    public boolean writeQueueFull() {
        return false;
    }

    @Override
    public ExchangeStream setWriteQueueMaxSize(int maxSize) {
        return this;
    }

    @Override
    public ExchangeStream drainHandler(@Nullable Handler<Void> handler) {
        return this;
    }

    @Override
    public ExchangeStream exceptionHandler(@Nullable Handler<Throwable> handler) {
        return this;
    }
}
