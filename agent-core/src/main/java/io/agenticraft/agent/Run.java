package io.agenticraft.agent;

import io.agenticraft.model.Message;
import io.agenticraft.model.ModelEvent;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.ToolCall;
import io.agenticraft.model.ToolResult;
import io.agenticraft.policy.CallScope;
import io.agenticraft.policy.Causes;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.StreamControl;
import io.agenticraft.registry.Binding;
import io.agenticraft.tool.Tool;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One run: the model is asked, its tools are called, and again until it has said all.
 *
 * <p>The steps follow each other, each on the thread that ended the one before; only the end may come from anywhere and at
 * any time. Whoever sets {@link #ended} ends the run, and nobody else does.
 */
final class Run extends CompletableFuture<RunResult> implements EventSink {
    private final AgentSettings settings;
    private final RunOptions options;
    private final int maxTurns;
    private final Duration timeout;
    private final RunLog log;
    private final @Nullable Events events;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicInteger asks = new AtomicInteger();

    private @Nullable ModelProvider provider;
    private volatile @Nullable Runnable deadline;
    private volatile @Nullable Runnable inFlight;

    Run(AgentSettings settings, RunOptions options, Binding pinned, @Nullable RunSink sink) {
        this.settings = settings;
        this.options = options;
        this.maxTurns = options.maxTurns() != null ? options.maxTurns() : settings.maxTurns;
        this.timeout = options.timeout() != null ? options.timeout() : settings.timeout;
        this.log = new RunLog(settings, options, pinned);
        this.events = sink == null ? null : new Events(sink);
    }

    /** Begins it; whatever goes wrong is the future's. */
    void begin(List<Message> input, Binding pinned) {
        guard(() -> {
            log.begin(input);
            provider = scope().bind(settings.composition.around(pinned));
            deadline = settings.scheduler.schedule(() -> fail(new RunTimeoutException(timeout, log.soFar())), timeout);
            ask();
        });
    }

    private CallScope scope() {
        return CallScope.builder()
                .agent(settings.name)
                .tenant(options.tenant())
                .conversationId(log.conversationId())
                .deadline(log.startNanos() + TimeUnit.NANOSECONDS.convert(timeout), settings.nanoClock)
                .observer(options.observer())
                .decorator(options.provider())
                .build();
    }

    /** Turns whose answers are there at once follow each other in a loop; as a recursion many would overflow the stack. */
    private void ask() {
        if (asks.getAndIncrement() > 0) {
            return;
        }
        do {
            guard(this::askOnce);
        } while (asks.decrementAndGet() > 0);
    }

    private void askOnce() {
        if (ended.get()) {
            return;
        }
        ModelProvider model = Objects.requireNonNull(provider);
        CompletableFuture<ModelResponse> call =
                events == null ? model.complete(log.nextRequest()) : model.stream(log.nextRequest(), this);
        hold(() -> call.cancel(true));
        Waiting.whenEnded(call, (response, failure) -> guard(() -> answered(response, failure)));
    }

    private void answered(@Nullable ModelResponse response, @Nullable Throwable failure) {
        if (failure != null) {
            fail(Causes.of(failure));
            return;
        }
        Objects.requireNonNull(response, "The provider answered null");
        List<ToolCall> calls = log.answered(response);
        emit(new RunEvent.Answered(log.turns(), response));
        if (calls.isEmpty() && !log.isPaused()) {
            if (log.isKept()) {
                // A conversation may write to a database, for which this thread may be a provider's event loop.
                Threads.handOver(settings.executor, () -> guard(this::finish));
            } else {
                finish();
            }
        } else if (log.turns() >= maxTurns) {
            fail(new TurnLimitException(maxTurns, log.isPaused(), log.soFar()));
        } else if (calls.isEmpty()) {
            ask();
        } else {
            new ToolRound(this, calls, log.turns()).begin();
        }
    }

    /** All tools of a turn have answered. */
    void toolsAnswered(List<ToolResult> results) {
        guard(() -> {
            log.toolsAnswered(results);
            ask();
        });
    }

    private void finish() {
        RunResult result = log.result();
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        try {
            callOff(deadline);
            log.keep();
        } catch (Throwable e) {
            super.completeExceptionally(e);
            return;
        }
        if (events != null) {
            events.last(new RunEvent.Finished(result));
        }
        super.complete(result);
    }

    private boolean fail(Throwable failure) {
        if (!ended.compareAndSet(false, true)) {
            return false;
        }
        try {
            callOff(deadline);
            callOff(inFlight);
        } catch (Throwable e) {
            failure.addSuppressed(e);
        }
        return super.completeExceptionally(failure);
    }

    private static void callOff(@Nullable Runnable what) {
        if (what != null) {
            what.run();
        }
    }

    /** What the end of the run must stop; it may have come already. */
    void hold(Runnable cancel) {
        inFlight = cancel;
        if (ended.get()) {
            cancel.run();
        }
    }

    boolean hasEnded() {
        return ended.get();
    }

    /** The tool for this run. */
    Tool tool(String name) {
        return options.tool().apply(settings.tools.get(name));
    }

    Executor executor() {
        return settings.executor;
    }

    void emit(RunEvent event) {
        if (events != null) {
            Throwable failure = events.next(event, ended);
            if (failure != null) {
                fail(failure);
            }
        }
    }

    @Override
    public void onOpen(StreamControl control) {
        if (events != null) {
            guard(() -> events.open(control));
        }
    }

    @Override
    public void onEvent(ModelEvent event) {
        if (!(event instanceof ModelEvent.Started)) {
            log.firstToken();
        }
        emit(new RunEvent.Delta(log.turns(), event));
    }

    /** A failure in a callback ends the run instead of leaving it hanging. */
    private void guard(Runnable step) {
        if (ended.get()) {
            return;
        }
        try {
            step.run();
        } catch (Throwable e) {
            fail(e);
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return fail(new CancellationException("The run was cancelled")) || isCancelled();
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
        return fail(Objects.requireNonNull(failure));
    }

    /** Nobody but the run knows its result; a caller who sets one gives up the run. */
    @Override
    public boolean complete(@Nullable RunResult result) {
        return fail(new CancellationException("The run was given up"));
    }
}
