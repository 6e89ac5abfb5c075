package io.agenticraft.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.Message;
import io.agenticraft.model.ModelEvent;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.policy.CallEvent;
import io.agenticraft.policy.CallScope;
import io.agenticraft.policy.Scheduler;
import io.agenticraft.provider.EventSink;
import io.agenticraft.testing.Check;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever fails whenever: what holds for every call holds for ten thousand. */
class RouterStressTest {
    private static final int CALLS = 10_000;
    private static final int AT_ONCE = 64;
    private static final int ATTEMPTS_PER_CALL = 4;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(4);
    private final ChaoticProvider a = new ChaoticProvider("a", threads);
    private final ChaoticProvider b = new ChaoticProvider("b", threads);
    private final Timers timers = new Timers();
    private final Queue<String> breaches = new ConcurrentLinkedQueue<>();
    private final AtomicInteger hedges = new AtomicInteger();
    private final AtomicInteger hedgesEnded = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();

    private final Failover failover = Failover.builder()
            .fallback(Bench.at(b))
            .attemptsPerCall(ATTEMPTS_PER_CALL)
            .backoff(Duration.ofMillis(1), Duration.ofMillis(2))
            .firstTokenTimeout(Duration.ofMillis(40))
            .answerTimeout(Duration.ofMillis(40))
            .callTimeout(Duration.ofMillis(60))
            // Short pauses: breakers open, probe and close many times meanwhile.
            .circuitBreaking(new CircuitBreaking(0.6, 20, 10, Duration.ofMillis(5), 2))
            .hedging(Hedging.defaults().withFloor(Duration.ofMillis(1)).withElsewhere(true))
            .scheduler(timers)
            .build();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void tenThousandCalls_keepTheInvariants() throws Exception {
        Semaphore room = new Semaphore(AT_ONCE);
        List<Watched> calls = new ArrayList<>(CALLS);
        for (int i = 0; i < CALLS; i++) {
            room.acquire();
            Watched call = new Watched("call " + i, i % 2 == 0);
            calls.add(call);
            call.begin(room);
            if (i % 50 == 0) {
                call.future().cancel(true);
            }
        }
        room.acquire(AT_ONCE);
        calls.forEach(Watched::check);
        assertEquals(List.of(), List.copyOf(breaches));
        Check.eventually("no timer is left", () -> timers.pending.get() == 0);
        Check.eventually(
                "nothing is in flight",
                () -> a.futures.stream().allMatch(CompletableFuture::isDone)
                        && b.futures.stream().allMatch(CompletableFuture::isDone));
        assertTrue(hedges.get() > 0 && hedges.get() <= CALLS / 10, () -> hedges + " hedges");
        assertTrue(hedgesEnded.get() <= hedges.get());
        assertTrue(answered.get() > CALLS / 2, () -> "only " + answered + " were answered");
    }

    private void hear(CallEvent event) {
        if (event instanceof CallEvent.HedgeStarted) {
            hedges.incrementAndGet();
        } else if (event instanceof CallEvent.HedgeEnded) {
            hedgesEnded.incrementAndGet();
        }
    }

    /** One call and what its caller sees. */
    private final class Watched implements EventSink {
        private final String name;
        private final boolean streams;
        private final AtomicInteger ends = new AtomicInteger();
        private final AtomicBoolean inside = new AtomicBoolean();
        private volatile @Nullable String id;
        private volatile @Nullable CompletableFuture<ModelResponse> future;

        Watched(String name, boolean streams) {
            this.name = name;
            this.streams = streams;
        }

        CompletableFuture<ModelResponse> future() {
            return Objects.requireNonNull(future);
        }

        void begin(Semaphore room) {
            ModelRequest request =
                    ModelRequest.builder("m").messages(Message.user(name)).build();
            var run = CallScope.builder()
                    .observer(RouterStressTest.this::hear)
                    .build()
                    .bind(Router.of(Bench.at(a), failover));
            CompletableFuture<ModelResponse> call = streams ? run.stream(request, this) : run.complete(request);
            future = call;
            var unused = call.whenComplete((response, failure) -> {
                ends.incrementAndGet();
                String seen = id;
                if (response != null) {
                    answered.incrementAndGet();
                    if (seen != null && !seen.equals(response.text())) {
                        breaches.add(name + " saw " + seen + " and was answered " + response.text());
                    }
                }
                room.release();
            });
        }

        @Override
        public void onEvent(ModelEvent event) {
            if (!inside.compareAndSet(false, true)) {
                breaches.add(name + " was told of two events at once");
            }
            CompletableFuture<ModelResponse> own = future;
            if (own != null && own.isDone() && !own.isCompletedExceptionally()) {
                breaches.add(name + " was told of an event after its answer");
            }
            String known = id;
            if (event instanceof ModelEvent.Started started) {
                id = started.id();
                if (known != null) {
                    breaches.add(name + " began twice");
                }
            } else if (event instanceof ModelEvent.TextDelta text && known != null && !known.equals(text.text())) {
                breaches.add(name + " mixes " + known + " and " + text.text());
            }
            inside.set(false);
        }

        void check() {
            int made = made(a) + made(b);
            if (made > ATTEMPTS_PER_CALL) {
                breaches.add(name + " took " + made + " attempts");
            }
            if (ends.get() != 1) {
                breaches.add(name + " ended " + ends + " times");
            }
        }

        private int made(ChaoticProvider provider) {
            AtomicInteger count = provider.attempts.get(name);
            return count == null ? 0 : count.get();
        }
    }

    /** The system's timer, and how many tasks it holds. */
    private static final class Timers implements Scheduler {
        final AtomicInteger pending = new AtomicInteger();

        @Override
        public Runnable schedule(Runnable task, Duration delay) {
            AtomicBoolean counted = new AtomicBoolean(true);
            pending.incrementAndGet();
            Runnable done = () -> {
                if (counted.compareAndSet(true, false)) {
                    pending.decrementAndGet();
                }
            };
            Runnable callOff = Scheduler.system()
                    .schedule(
                            () -> {
                                done.run();
                                task.run();
                            },
                            delay);
            return () -> {
                done.run();
                callOff.run();
            };
        }
    }
}
