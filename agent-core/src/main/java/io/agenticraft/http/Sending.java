package io.agenticraft.http;

import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.StreamResetException;
import java.io.IOException;
import java.util.Objects;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * One request, from its head to the head of its response. It may be sent twice: the second time on another connection,
 * if the server has closed the first one without a single byte of an answer, or has said that it did not process it.
 *
 * <p>RFC 9112, section 9.3.1, lets a client repeat a request whose connection was closed; RFC 9110, section 9.2.2, forbids
 * that for a request that is not idempotent, as POST is, unless the client knows that it does no harm or that the request was
 * never applied. A connection kept alive that closes just when it is used again was closed by the server for its idleness,
 * before it saw the request; and a model's answer changes nothing at the provider, so that the worst of it is an answer
 * paid twice. Used on its connection's context.
 */
final class Sending {
    /** Told how a request fares, once for each connection that it was sent over. */
    interface Outcome {
        void onResponse(HttpClientResponse response);

        void onFailure(Throwable cause);
    }

    private final Outcome outcome;
    private final RequestOptions target;
    private @Nullable Buffer body;
    private @Nullable PooledConnection connection;
    private @Nullable HttpClientRequest request;
    private boolean kept;
    private boolean repeated;
    private boolean dropped;

    Sending(RequestOptions target, @Nullable Buffer body, Outcome outcome) {
        this.target = target;
        this.body = body;
        this.outcome = outcome;
    }

    /**
     * Sends it.
     *
     * @param fromPool whether the connection was kept, so that its peer may have closed it meanwhile
     */
    void begin(PooledConnection over, boolean fromPool) {
        connection = over;
        kept = fromPool;
        Arrivals arrivals = over.arrivals();
        if (arrivals != null) {
            arrivals.begin();
        }
        over.http().request(target).onComplete(this::onRequest, outcome::onFailure);
    }

    private void onRequest(HttpClientRequest value) {
        request = value;
        // Vert.x logs what nobody handles, such as our own reset.
        value.exceptionHandler(ignored -> {});
        if (dropped) {
            value.reset();
            return;
        }
        value.response().onComplete(outcome::onResponse, outcome::onFailure);
        Buffer bytes = body;
        if (!mayBeRepeated()) {
            body = null;
        }
        var unused = bytes == null ? value.end() : value.end(bytes);
    }

    private boolean mayBeRepeated() {
        return !repeated && (kept || requireConnection().isShared());
    }

    /** The response has begun: it will not be sent again. */
    void arrived() {
        body = null;
        repeated = true;
    }

    /** Whether it failed for a reason that another connection can help, and for certain has not been answered. */
    boolean isRepeatable(Throwable cause) {
        if (connection == null || !mayBeRepeated()) {
            return false;
        }
        Arrivals arrivals = connection.arrivals();
        return arrivals == null ? isUnprocessed(cause) : !arrivals.any() && isClosure(cause);
    }

    private static boolean isClosure(Throwable cause) {
        return cause instanceof HttpClosedException
                || (cause instanceof IOException && !(cause instanceof SSLException));
    }

    /** By the server; or by Netty, where the server has meanwhile said that it takes no more. */
    static boolean isRefusedStream(Throwable cause) {
        return cause instanceof StreamResetException reset
                ? reset.getCode() == Http2Error.REFUSED_STREAM.code()
                : cause instanceof Http2Exception failed && failed.error() == Http2Error.REFUSED_STREAM;
    }

    private boolean isUnprocessed(Throwable cause) {
        if (isRefusedStream(cause)) {
            return true;
        }
        return cause instanceof HttpClosedException
                && (request == null || request.streamId() > requireConnection().lastStreamTaken());
    }

    /** It is going to be sent a second time. Answers the connection that it was sent over. */
    PooledConnection repeat() {
        PooledConnection stale = requireConnection();
        reset();
        request = null;
        connection = null;
        repeated = true;
        return stale;
    }

    /** Ends it amid its request or answer; of HTTP/1.1 that takes the connection with it. */
    void drop() {
        dropped = true;
        reset();
    }

    private void reset() {
        if (request != null) {
            request.reset();
        }
    }

    /** Whether its connection is as it was before, or does not mind. */
    boolean leavesConnectionUsable() {
        return connection == null || connection.isShared();
    }

    private PooledConnection requireConnection() {
        return Objects.requireNonNull(connection, "connection");
    }
}
