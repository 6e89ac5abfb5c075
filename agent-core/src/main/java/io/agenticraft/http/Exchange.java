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
    private boolean paused;
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

    CompletableFuture<ModelResponse> start(HttpRequest<?> webRequest, Buffer body) {
        var unused = future.whenComplete((whole, failure) -> {
            if (!finished) {
                emitter.close();
                onContext(this::abandon);
            }
        });
        onContext(() -> {
            if (!finished) {
                deadlines.start();
                webRequest.as(new ExchangeStream(this)).sendBuffer(body).onComplete(done -> onEnd(), this::onFailure);
            }
        });
        return future;
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
        if (paused) {
            held.add(buffer);
            pauseResponse();
        } else {
            take(buffer);
        }
    }

    private void take(Buffer buffer) {
        int length = buffer.length();
        if (scratch.length < length) {
            scratch = new byte[Math.max(length, 2 * scratch.length)];
        }
        buffer.getBytes(0, length, scratch, 0);
        guarded(() -> requireIntake().take(scratch, length));
    }

    private void onEnd() {
        if (finished) {
            return;
        }
        if (paused) {
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
        if (!finished) {
            Intake begun = intake;
            fail(begun == null ? failures.unreachable(failure) : begun.broken(failure));
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
            pauseResponse();
        });
    }

    private void pauseResponse() {
        if (response != null && !finished) {
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

    private void takeHeld() {
        while (!paused && !finished && !held.isEmpty()) {
            take(held.remove());
        }
        if (paused || finished) {
            return;
        }
        if (endHeld) {
            onEnd();
        } else if (response != null) {
            response.resume();
        }
    }

    private void onContext(Runnable action) {
        if (Vertx.currentContext() == context) {
            action.run();
        } else {
            context.runOnContext(ignored -> action.run());
        }
    }
}
