package io.agenticraft.http;

import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.ProviderSpec;
import io.agenticraft.provider.StreamControl;
import io.agenticraft.provider.Timeouts;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.ext.web.client.HttpRequest;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer. Everything happens on one Vert.x context, and so by one thread at a time; only the
 * future and the two calls of {@link StreamControl} may be used from elsewhere. It ends once: with the answer, with a
 * failure, or when the caller completes the future itself, as cancelling does.
 */
final class Exchange implements StreamControl {
    /** What is read of a failure's body. */
    private static final int MAX_ERROR_BYTES = 64 * 1024;

    private final Answer answer;
    private final Framing.Reader reader;
    private final Emitter emitter;
    private final Failures failures;
    private final Timeouts timeouts;
    private final long maxBytes;
    private final Context context;
    private final CompletableFuture<ModelResponse> future = new CompletableFuture<>();
    private final ArrayDeque<Buffer> held = new ArrayDeque<>(2);

    private @Nullable HttpClientRequest request;
    private @Nullable HttpClientResponse response;
    private @Nullable Head head;
    private byte[] scratch = {};
    private int scratchLength;
    private long received;
    private long begun;
    private long lastActivity;
    private long timer = -1;
    private boolean paused;
    private boolean endHeld;
    private volatile boolean finished;

    Exchange(ProviderSpec spec, Failures failures, Framing framing, Answer answer, Emitter emitter, Context context) {
        this.answer = answer;
        this.emitter = emitter;
        this.failures = failures;
        this.context = context;
        reader = framing.reader(answer);
        timeouts = spec.timeouts();
        maxBytes = spec.maxResponseBytes();
    }

    CompletableFuture<ModelResponse> start(HttpRequest<?> webRequest, Buffer body) {
        var unused = future.whenComplete((response, failure) -> {
            if (!finished) {
                emitter.close();
                onContext(this::abandon);
            }
        });
        onContext(() -> {
            if (finished) {
                return;
            }
            begun = System.nanoTime();
            lastActivity = begun;
            armTimer();
            webRequest.as(new ExchangeStream(this)).sendBuffer(body).onFailure(this::onFailure);
        });
        return future;
    }

    void onRequest(HttpClientRequest value) {
        request = value;
        lastActivity = System.nanoTime();
        if (finished) {
            value.reset();
        }
    }

    void onResponse(HttpClientResponse value) {
        response = value;
        lastActivity = System.nanoTime();
        Head received = new Head(value.statusCode(), value.headers());
        head = received;
        if (finished) {
            return;
        }
        if (received.status() >= 300 && received.status() < 400) {
            fail(failures.response(received, scratch, 0));
        } else if (isSuccess(received)) {
            guarded(() -> {
                answer.open(received);
                emitter.open(this);
            });
        }
    }

    private static boolean isSuccess(Head head) {
        return head.status() >= 200 && head.status() < 300;
    }

    void onBytes(Buffer buffer) {
        if (finished) {
            return;
        }
        lastActivity = System.nanoTime();
        if (paused) {
            held.add(buffer);
            pauseResponse();
        } else {
            take(buffer, requireHead());
        }
    }

    private void take(Buffer buffer, Head head) {
        received += buffer.length();
        if (!isSuccess(head)) {
            takeError(buffer, head);
        } else if (received > maxBytes) {
            fail(failures.tooLarge(maxBytes, head, answer.soFar()));
        } else {
            int length = buffer.length();
            byte[] bytes = room(length);
            buffer.getBytes(0, length, bytes, 0);
            guarded(() -> reader.push(bytes, 0, length));
        }
    }

    private void takeError(Buffer buffer, Head head) {
        int length = Math.min(buffer.length(), MAX_ERROR_BYTES - scratchLength);
        byte[] bytes = room(scratchLength + length);
        buffer.getBytes(0, length, bytes, scratchLength);
        scratchLength += length;
        if (scratchLength == MAX_ERROR_BYTES) {
            fail(failures.response(head, bytes, scratchLength));
        }
    }

    private byte[] room(int length) {
        if (scratch.length < length) {
            scratch = Arrays.copyOf(scratch, Math.max(length, scratch.length * 2));
        }
        return scratch;
    }

    void onEnd() {
        if (finished) {
            return;
        }
        if (paused) {
            endHeld = true;
            return;
        }
        Head head = requireHead();
        if (!isSuccess(head)) {
            fail(failures.response(head, scratch, scratchLength));
            return;
        }
        guarded(() -> {
            reader.end(head.hasExplicitEnd());
            ModelResponse whole = answer.soFar();
            if (whole == null) {
                throw new EOFException("it is empty");
            }
            if (finish()) {
                future.complete(whole);
            }
        });
    }

    void onFailure(Throwable failure) {
        if (finished) {
            return;
        }
        Head head = this.head;
        if (head != null && !isSuccess(head)) {
            fail(failures.response(head, scratch, scratchLength));
        } else {
            fail(failures.broken(head, failure, answer.soFar()));
        }
    }

    private Head requireHead() {
        return Objects.requireNonNull(head, "head");
    }

    private interface Step {
        void run() throws IOException;
    }

    /** Runs code that reads the answer or is the caller's own; its failures end the exchange. */
    private void guarded(Step step) {
        Head head = requireHead();
        try {
            step.run();
        } catch (ErrorEventException e) {
            fail(failures.reported(head, e.error(), answer.soFar()));
        } catch (EOFException e) {
            fail(failures.interrupted(head, e, answer.soFar()));
        } catch (IOException e) {
            fail(failures.malformed(head, e, answer.soFar()));
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
        context.owner().cancelTimer(timer);
        return true;
    }

    private void reset() {
        if (request != null) {
            request.reset();
        }
    }

    private void armTimer() {
        long now = System.nanoTime();
        long totalLeft = begun + timeouts.total().toNanos() - now;
        long idleLeft = paused ? Long.MAX_VALUE : lastActivity + timeouts.idle().toNanos() - now;
        if (totalLeft <= 0) {
            timedOut("gave no whole answer", timeouts.total());
        } else if (idleLeft <= 0) {
            timedOut(head == null ? "did not answer" : "sent nothing more", timeouts.idle());
        } else {
            long millis = Duration.ofNanos(Math.min(totalLeft, idleLeft)).toMillis() + 1;
            timer = context.owner().setTimer(millis, id -> armTimer());
        }
    }

    private void timedOut(String what, Duration limit) {
        fail(failures.timeout(what, limit, head, answer.soFar()));
    }

    @Override
    public void pause() {
        onContext(() -> {
            paused = true;
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
            if (!paused || finished) {
                return;
            }
            paused = false;
            lastActivity = System.nanoTime();
            context.owner().cancelTimer(timer);
            armTimer();
            takeHeld();
        });
    }

    private void takeHeld() {
        while (!paused && !finished && !held.isEmpty()) {
            take(held.remove(), requireHead());
        }
        if (!paused && !finished) {
            if (endHeld) {
                onEnd();
            } else if (response != null) {
                response.resume();
            }
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
