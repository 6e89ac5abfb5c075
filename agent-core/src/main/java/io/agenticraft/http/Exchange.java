package io.agenticraft.http;

import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.ProviderSpec;
import io.agenticraft.provider.StreamControl;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.ext.web.client.HttpRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer. Everything happens on one Vert.x context, and so by one thread at a time; only the
 * future and the two calls of {@link StreamControl} may be used from elsewhere. It ends once: with the answer, with a
 * failure, or when the caller completes the future itself, as cancelling does.
 */
final class Exchange implements StreamControl, Deadlines.Expiry {
    /** How long after an answer's last piece the end of its body may take; waiting keeps the connection for the next call. */
    private static final long END_MILLIS = 250;

    private final ProviderSpec spec;
    private final Failures failures;
    private final Framing framing;
    private final Answer answer;
    private final Emitter emitter;
    private final Context context;
    private final Deadlines deadlines;
    private final CompletableFuture<ModelResponse> future = new CompletableFuture<>();
    private final ArrayDeque<Buffer> held = new ArrayDeque<>(2);

    private @Nullable HttpClientRequest request;
    private @Nullable HttpClientResponse response;
    private @Nullable Head head;
    private @Nullable Intake intake;
    private byte[] scratch = {};
    private long endTimer = -1;
    private boolean paused;
    private boolean responseHeld;
    private boolean taking;
    private boolean endHeld;
    private volatile boolean finished;

    Exchange(ProviderSpec spec, Failures failures, Framing framing, Answer answer, Emitter emitter, Context context) {
        this.spec = spec;
        this.failures = failures;
        this.framing = framing;
        this.answer = answer;
        this.emitter = emitter;
        this.context = context;
        deadlines = new Deadlines(context.owner(), spec.timeouts(), this);
    }

    CompletableFuture<ModelResponse> start(HttpRequest<?> webRequest, @Nullable Buffer body) {
        var unused = future.whenComplete((whole, failure) -> {
            if (!finished) {
                emitter.close();
                onContext(this::abandon);
            }
        });
        onContext(() -> {
            if (!finished) {
                deadlines.start();
                send(webRequest, body);
            }
        });
        return future;
    }

    /** A client that is closed meanwhile may throw, and nobody would hear of it. */
    private void send(HttpRequest<?> webRequest, @Nullable Buffer body) {
        try {
            HttpRequest<?> streamed = webRequest.as(new ExchangeStream(this));
            var sent = body == null ? streamed.send() : streamed.sendBuffer(body);
            sent.onComplete(done -> onEnd(), this::onFailure);
        } catch (RuntimeException e) {
            onFailure(e);
        }
    }

    void onRequest(HttpClientRequest value) {
        request = value;
        deadlines.touch();
        if (finished) {
            value.reset();
        }
    }

    void onResponse(HttpClientResponse value) {
        response = value;
        // Vert.x logs what nobody handles, such as our own reset.
        value.exceptionHandler(ignored -> {});
        deadlines.touch();
        if (finished) {
            return;
        }
        Head arrived = new Head(value.statusCode(), value.headers());
        head = arrived;
        guarded(() -> open(arrived));
    }

    private void open(Head arrived) {
        if (arrived.isSuccess()) {
            intake = new Intake.OfAnswer(arrived, answer, framing, failures, spec.maxResponseBytes());
            answer.open(arrived);
            emitter.open(this);
        } else if (arrived.isRedirect()) {
            throw failures.redirect(arrived);
        } else {
            intake = new Intake.OfFailure(arrived, failures);
        }
    }

    void onBytes(Buffer buffer) {
        if (finished) {
            return;
        }
        deadlines.touch();
        held.add(buffer);
        if (paused) {
            holdResponse();
        } else {
            takeHeld();
        }
    }

    private void take(Buffer buffer) {
        int length = buffer.length();
        if (scratch.length < length) {
            scratch = new byte[Math.max(length, 2 * scratch.length)];
        }
        buffer.getBytes(0, length, scratch, 0);
        guarded(() -> requireIntake().take(scratch, length));
        if (!finished && endTimer < 0 && requireIntake().isWhole()) {
            endTimer = context.owner().setTimer(END_MILLIS, id -> endWithoutEnd());
        }
    }

    /** Nothing more will be said, although the body goes on: some gateways leave it open. */
    private void endWithoutEnd() {
        ModelResponse whole = requireIntake().whole();
        if (finish()) {
            reset();
            future.complete(whole);
        }
    }

    private void onEnd() {
        if (finished) {
            return;
        }
        if (paused || taking) {
            endHeld = true;
            return;
        }
        guarded(() -> {
            ModelResponse whole = requireIntake().end();
            if (finish()) {
                future.complete(whole);
            }
        });
    }

    private void onFailure(Throwable failure) {
        // What is held had arrived before.
        while (!finished && !held.isEmpty()) {
            take(held.remove());
        }
        if (!finished) {
            Intake begun = intake;
            if (begun != null && begun.isWhole()) {
                endWithoutEnd();
            } else {
                fail(begun == null ? failures.unreachable(failure) : begun.broken(failure));
            }
        }
    }

    private Intake requireIntake() {
        return Objects.requireNonNull(intake, "intake");
    }

    /** Runs code that reads the answer or is the caller's own: whatever it throws ends the exchange. */
    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    private void fail(Throwable failure) {
        if (finish()) {
            reset();
            future.completeExceptionally(failure);
        }
    }

    /** The caller has completed the future. */
    private void abandon() {
        if (finish()) {
            reset();
        }
    }

    private boolean finish() {
        if (finished) {
            return false;
        }
        finished = true;
        emitter.close();
        held.clear();
        deadlines.stop();
        context.owner().cancelTimer(endTimer);
        return true;
    }

    private void reset() {
        if (request != null) {
            request.reset();
        }
    }

    @Override
    public void onIdle(Duration limit) {
        fail(failures.timeout(head == null ? "did not answer" : "sent nothing more", limit, head, answer.soFar()));
    }

    @Override
    public void onTotal(Duration limit) {
        fail(failures.timeout("gave no whole answer", limit, head, answer.soFar()));
    }

    @Override
    public void pause() {
        onContext(() -> {
            paused = true;
            deadlines.suspendIdle();
            holdResponse();
        });
    }

    private void holdResponse() {
        if (response != null && !finished) {
            responseHeld = true;
            response.pause();
        }
    }

    @Override
    public void resume() {
        onContext(() -> {
            if (paused && !finished) {
                paused = false;
                deadlines.resumeIdle();
                takeHeld();
            }
        });
    }

    /** One buffer after the other: a sink may resume, and the response deliver, while one is being read. */
    private void takeHeld() {
        if (taking) {
            return;
        }
        taking = true;
        while (!paused && !finished && takeNext()) {}
        taking = false;
        if (endHeld && !paused) {
            onEnd();
        }
    }

    /** Reads on; false where there is nothing to read. */
    private boolean takeNext() {
        if (!held.isEmpty()) {
            take(held.remove());
            return true;
        }
        boolean flows = responseHeld && !endHeld;
        responseHeld = false;
        if (flows && response != null) {
            response.resume();
        }
        return flows;
    }

    private void onContext(Runnable action) {
        if (Vertx.currentContext() == context) {
            action.run();
        } else {
            context.runOnContext(ignored -> action.run());
        }
    }
}
