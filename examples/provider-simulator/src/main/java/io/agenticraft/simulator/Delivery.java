package io.agenticraft.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;

/** Sends one answer at its pace, and breaks where it is told to. Lives on the event loop of its connection. */
final class Delivery {

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Dialect dialect;
    private final Engine.Outcome outcome;
    private final String requestId;

    Delivery(Vertx vertx, HttpServerRequest request, Dialect dialect, Engine.Outcome outcome, String requestId) {
        this.vertx = vertx;
        this.request = request;
        this.response = request.response();
        this.dialect = dialect;
        this.outcome = outcome;
        this.requestId = requestId;
    }

    void start() {
        if (outcome.fault() == Fault.RESET) {
            breakConnection();
        } else if (outcome.fault() != Fault.HANG) {
            if (outcome.turn().call().stream()) {
                stream();
            } else {
                after(outcome.turn().nanos(), this::plain);
            }
        }
    }

    private void plain() {
        String body = dialect.plain(outcome.turn());
        response.putHeader("content-type", "application/json");
        String half = body.substring(0, body.length() / 2);
        if (outcome.fault() == Fault.CUT) {
            response.putHeader(
                    "content-length", Integer.toString(Buffer.buffer(body).length()));
            response.write(half).onComplete(sent -> breakConnection());
        } else {
            response.end(outcome.fault() == Fault.MALFORMED ? half : body);
        }
    }

    private void stream() {
        Frames frames = new Frames();
        dialect.stream(outcome.turn(), frames);
        if (outcome.fault() != null) {
            frames.cutInHalf();
        }
        response.setChunked(true);
        response.putHeader("content-type", dialect.streamContentType());
        if (outcome.turn().nanos() == 0) {
            response.write(frames.text().toString());
            finish();
        } else {
            new Pacing(frames.pieces()).next();
        }
    }

    private void finish() {
        if (outcome.fault() == null) {
            response.end();
            return;
        }
        switch (outcome.fault()) {
            case MALFORMED -> response.end(dialect.malformedPiece());
            case STREAM_ERROR ->
                response.end(dialect.streamError(
                        Rejection.of(Fault.STREAM_ERROR, "The server had an error while it wrote the answer."),
                        requestId));
            default -> response.write(" ").onComplete(sent -> breakConnection());
        }
    }

    private void breakConnection() {
        request.connection().close();
    }

    private void after(long nanos, Runnable action) {
        // A timer's unit is the millisecond; what is shorter than half of one is no pause.
        long millis = (nanos + 500_000) / 1_000_000;
        if (millis == 0) {
            action.run();
        } else {
            vertx.setTimer(millis, timer -> {
                if (!response.closed()) {
                    action.run();
                }
            });
        }
    }

    /** Sends pieces when they are due. Late timers do not add up, because each piece's time counts from the start. */
    private final class Pacing {

        private final List<String> pieces;
        private final long start = System.nanoTime();
        private int next;
        private long due = outcome.pauses()[0];

        Pacing(List<String> pieces) {
            this.pieces = pieces;
        }

        void next() {
            long wait = due - (System.nanoTime() - start);
            after(Math.max(0, wait), this::send);
        }

        private void send() {
            long now = System.nanoTime() - start + 500_000;
            StringBuilder out = new StringBuilder();
            while (next < pieces.size() && due <= now) {
                out.append(pieces.get(next));
                next++;
                due += next < outcome.pauses().length ? outcome.pauses()[next] : 0;
            }
            if (!out.isEmpty()) {
                response.write(out.toString());
            }
            if (next < pieces.size()) {
                next();
            } else {
                finish();
            }
        }
    }
}
