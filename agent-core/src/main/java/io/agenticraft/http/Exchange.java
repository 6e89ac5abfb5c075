package io.agenticraft.http;

import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.ProviderException;
import io.agenticraft.provider.ProviderSpec;
import io.agenticraft.provider.ProviderTimeoutException.Phase;
import io.agenticraft.provider.StreamControl;
import io.netty.buffer.ByteBuf;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.internal.buffer.BufferInternal;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer. From the moment that it has a connection everything happens on that one's context, and so
 * by one thread at a time; only the future and the two calls of {@link StreamControl} may be used from elsewhere. It
 * ends once: with the answer, with a failure, or when the caller completes the future itself, as cancelling does. The
 * connection is given back before the future completes, so that the caller's next call finds it.
 */
final class Exchange implements StreamControl, Deadlines.Expiry, Connecting.Outcome, Sending.Outcome {
    /** How long after an answer's last piece the end of its body may take; waiting keeps the connection for the next call. */
    private static final long END_MILLIS = 250;

    private final ProviderSpec spec;
    private final Failures failures;
    private final Framing framing;
    private final Answer answer;
    private final Emitter emitter;
    private final Pool pool;
    private final Connecting connecting;
    private final Deadlines deadlines;
    private final CompletableFuture<ModelResponse> future = new CompletableFuture<>();

    private final Sending sending;
    private @Nullable HttpClientResponse response;
    private @Nullable Head head;
    private @Nullable Intake intake;
    private @Nullable Throwable brokenBy;
    private long endTimer = -1;
    private boolean paused;
    private volatile boolean finished;

    Exchange(
            ProviderSpec spec,
            Failures failures,
            Framing framing,
            Answer answer,
            Emitter emitter,
            Pool pool,
            RequestOptions target,
            @Nullable Buffer body) {
        this.spec = spec;
        this.failures = failures;
        this.framing = framing;
        this.answer = answer;
        this.emitter = emitter;
        this.pool = pool;
        connecting = new Connecting(pool, spec.timeouts(), failures, this);
        sending = new Sending(target, body, this);
        deadlines = new Deadlines(pool.vertx(), spec.timeouts(), connecting::totalLeftNanos, this);
    }

    CompletableFuture<ModelResponse> start() {
        var unused = future.whenComplete((whole, failure) -> {
            if (!finished) {
                emitter.close();
                connecting.cancel();
                onContext(this::abandon);
            }
        });
        connecting.begin();
        return future;
    }

    /** Whether its connection had served nobody before. */
    boolean openedConnection() {
        return connecting.opened();
    }

    @Override
    public void onRefusal(ProviderException failure) {
        future.completeExceptionally(failure);
    }

    /**
     * In a turn of its own, even on the connection's own context: amid the end of another call Vert.x would hold the request
     * back, and send it where whoever observes the caller's thread has lost sight of the caller.
     */
    @Override
    public void onConnection(PooledConnection connection) {
        connection.context().runOnContext(ignored -> ask(connection));
    }

    private void ask(PooledConnection connection) {
        if (finished) {
            return;
        }
        if (future.isDone()) {
            abandon();
            return;
        }
        deadlines.start();
        if (!finished) {
            sending.begin(connection, connecting.kept());
        }
    }

    @Override
    public void onResponse(HttpClientResponse value) {
        response = value;
        sending.arrived();
        value.exceptionHandler(this::onBroken);
        if (finished) {
            return;
        }
        value.handler(this::onBytes);
        value.endHandler(ignored -> onEnd());
        Head arrived = Head.of(value);
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

    private void onBytes(Buffer buffer) {
        if (finished) {
            return;
        }
        deadlines.touch();
        guarded(() -> take(((BufferInternal) buffer).getByteBuf()));
        if (!finished && endTimer < 0 && requireIntake().isWhole()) {
            endTimer = pool.vertx().setTimer(END_MILLIS, id -> endWithoutEnd());
        }
    }

    private void take(ByteBuf bytes) {
        int length = bytes.readableBytes();
        if (bytes.hasArray()) {
            requireIntake().take(bytes.array(), bytes.arrayOffset() + bytes.readerIndex(), length);
        } else {
            byte[] copy = new byte[length];
            bytes.getBytes(bytes.readerIndex(), copy);
            requireIntake().take(copy, 0, length);
        }
    }

    /** Nothing more will be said, although the body goes on: some gateways leave it open. */
    private void endWithoutEnd() {
        if (!finished) {
            guarded(() -> {
                ModelResponse whole = requireIntake().whole();
                if (finish()) {
                    drop();
                    future.complete(whole);
                }
            });
        }
    }

    private void onEnd() {
        if (finished) {
            return;
        }
        Head arrived = Objects.requireNonNull(head);
        try {
            ModelResponse whole = requireIntake().end();
            if (finish()) {
                release(arrived.keepsConnection(), arrived.keepAliveSeconds());
                future.complete(whole);
            }
        } catch (RuntimeException | Error e) {
            if (finish()) {
                release(arrived.keepsConnection(), arrived.keepAliveSeconds());
                future.completeExceptionally(e);
            }
        }
    }

    /** The connection broke. What arrived before is delivered before: it may wait, for the caller or for the next turn. */
    private void onBroken(Throwable cause) {
        onNextTurn(() -> {
            brokenBy = cause;
            if (!paused) {
                onFailure(cause);
            }
        });
    }

    @Override
    public void onFailure(Throwable cause) {
        if (!finished) {
            guarded(() -> breakOff(cause));
        }
    }

    private void breakOff(Throwable cause) {
        Intake begun = intake;
        if (begun == null) {
            if (!future.isDone() && sending.isRepeatable(cause)) {
                repeat();
            } else {
                fail(failures.unanswered(cause));
            }
        } else if (begun.isWhole()) {
            endWithoutEnd();
        } else {
            fail(begun.broken(cause));
        }
    }

    /** See {@link Sending}. Unseen by the caller, who may cancel it at any moment from elsewhere. */
    private void repeat() {
        deadlines.stop();
        PooledConnection stale = sending.repeat();
        connecting.again(stale, !stale.isShared());
        if (future.isDone()) {
            connecting.cancel();
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
            drop();
            future.completeExceptionally(failure);
        }
    }

    /** The caller has completed the future. Where the request waits to be sent again, there is nothing to end yet. */
    private void abandon() {
        PooledConnection connection = connecting.connection();
        if (connection == null) {
            return;
        }
        if (!connection.isHere()) {
            connection.run(this::abandon);
        } else if (finish()) {
            drop();
        }
    }

    private boolean finish() {
        if (finished) {
            return false;
        }
        finished = true;
        emitter.close();
        deadlines.stop();
        pool.vertx().cancelTimer(endTimer);
        return true;
    }

    /** Ends the call amid its request or answer; of HTTP/1.1 that takes the connection with it. */
    private void drop() {
        sending.drop();
        release(sending.leavesConnectionUsable(), -1);
    }

    private void release(boolean reusable, long keepAliveSeconds) {
        pool.release(Objects.requireNonNull(connecting.connection()), reusable, keepAliveSeconds);
    }

    @Override
    public void onExpiry(Phase phase) {
        fail(failures.timeout(phase, spec.timeouts(), head, answer.soFar()));
    }

    @Override
    public void pause() {
        onContext(() -> {
            if (!finished && response != null) {
                paused = true;
                deadlines.suspendIdle();
                response.pause();
            }
        });
    }

    @Override
    public void resume() {
        onContext(() -> {
            if (paused && !finished && response != null) {
                paused = false;
                deadlines.resumeIdle();
                response.resume();
                if (brokenBy != null) {
                    onBroken(brokenBy);
                }
            }
        });
    }

    private void onContext(Runnable action) {
        PooledConnection connection = connecting.connection();
        if (connection != null) {
            connection.run(action);
        }
    }

    private void onNextTurn(Runnable action) {
        PooledConnection connection = Objects.requireNonNull(connecting.connection());
        connection.context().runOnContext(ignored -> action.run());
    }
}
