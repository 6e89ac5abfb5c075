package io.agenticraft.resilience;

import io.agenticraft.model.ModelEvent;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.testing.Answers;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Answers, fails in all ways, at once or later, on other threads, or never. Each answer says which one it is. */
final class ChaoticProvider implements ModelProvider {
    private static final int PIECES = 3;

    final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();
    final Queue<CompletableFuture<ModelResponse>> futures = new ConcurrentLinkedQueue<>();
    private final String name;
    private final ScheduledExecutorService threads;
    private final AtomicInteger answers = new AtomicInteger();

    ChaoticProvider(String name, ScheduledExecutorService threads) {
        this.name = name;
        this.threads = threads;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public CompletableFuture<ModelResponse> complete(ModelRequest request) {
        return begin(request, null);
    }

    @Override
    public CompletableFuture<ModelResponse> stream(ModelRequest request, EventSink sink) {
        return begin(request, sink);
    }

    private CompletableFuture<ModelResponse> begin(ModelRequest request, @Nullable EventSink sink) {
        attempts.computeIfAbsent(request.messages().get(0).text(), key -> new AtomicInteger())
                .incrementAndGet();
        CompletableFuture<ModelResponse> future = new CompletableFuture<>();
        futures.add(future);
        int dice = ThreadLocalRandom.current().nextInt(100);
        if (dice < 10) {
            future.completeExceptionally(failure());
        } else if (dice < 97) {
            later(() -> answer(future, sink, dice));
        }
        return future;
    }

    private void later(Runnable work) {
        var unused = threads.schedule(work, ThreadLocalRandom.current().nextInt(2_000), TimeUnit.MICROSECONDS);
    }

    private void answer(CompletableFuture<ModelResponse> future, @Nullable EventSink sink, int dice) {
        String id = name + answers.incrementAndGet();
        if (sink != null && dice >= 15 && !future.isDone()) {
            sink.onEvent(new ModelEvent.Started(id, "m"));
        }
        if (dice < 30) {
            future.completeExceptionally(failure());
            return;
        }
        later(() -> pieces(future, sink, id, dice < 35, PIECES));
    }

    /** One piece after the other, with time between them for another call's to come. */
    private void pieces(
            CompletableFuture<ModelResponse> future, @Nullable EventSink sink, String id, boolean breaks, int left) {
        if (sink != null && left > 0) {
            if (!future.isDone()) {
                sink.onEvent(new ModelEvent.TextDelta(id));
                later(() -> pieces(future, sink, id, breaks, left - 1));
            }
        } else if (breaks) {
            future.completeExceptionally(Fails.interrupted());
        } else {
            future.complete(Answers.text(id));
        }
    }

    private static Throwable failure() {
        return switch (ThreadLocalRandom.current().nextInt(6)) {
            case 0 -> Fails.server();
            case 1 -> Fails.rateLimit(null);
            case 2 -> Fails.quota();
            case 3 -> Fails.invalid(400, "invalid_value");
            case 4 -> Fails.timeout();
            default -> Fails.connection();
        };
    }
}
