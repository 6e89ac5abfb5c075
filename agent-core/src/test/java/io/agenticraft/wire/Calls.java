package io.agenticraft.wire;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agenticraft.model.ModelEvent;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ProviderSpec;
import io.agenticraft.provider.StreamControl;
import io.agenticraft.provider.Timeouts;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How tests call a provider and wait for it. */
public final class Calls {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Calls() {}

    public static ProviderSpec spec(String provider, URI url) {
        return ProviderSpec.of(provider, url, "secret-key-123");
    }

    public static ProviderSpec spec(String provider, URI url, Duration idle, Duration total, long maxBytes) {
        Timeouts timeouts = Timeouts.defaults()
                .withConnect(Duration.ofSeconds(5))
                .withFirstByte(idle)
                .withIdle(idle)
                .withTotal(total);
        return spec(provider, url).withTimeouts(timeouts).withMaxResponseBytes(maxBytes);
    }

    public static ModelResponse await(CompletableFuture<ModelResponse> future) throws Exception {
        return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** The failure that a call ends with, which is never wrapped. */
    public static <T extends Throwable> T failure(Class<T> type, CompletableFuture<ModelResponse> future) {
        ExecutionException failed =
                assertThrows(ExecutionException.class, () -> future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        return assertInstanceOf(type, failed.getCause());
    }

    /** Polls until something holds. */
    public static void until(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("It did not come to hold within " + PATIENCE);
            }
            Thread.sleep(5);
        }
    }

    /** Polls until a number has not changed for a while. */
    public static void untilStill(IntSupplier number) throws InterruptedException {
        int[] last = {number.getAsInt()};
        long[] since = {System.nanoTime()};
        until(() -> {
            if (number.getAsInt() != last[0]) {
                last[0] = number.getAsInt();
                since[0] = System.nanoTime();
            }
            return System.nanoTime() - since[0] > Duration.ofMillis(400).toNanos();
        });
    }

    /** Keeps what a stream emits. */
    public static class Recorder implements EventSink {
        public final List<ModelEvent> events = new CopyOnWriteArrayList<>();
        public volatile @Nullable StreamControl control;

        @Override
        public void onOpen(StreamControl value) {
            control = value;
        }

        @Override
        public void onEvent(ModelEvent event) {
            events.add(event);
        }

        public String text() {
            return events.stream()
                    .filter(ModelEvent.TextDelta.class::isInstance)
                    .map(event -> ((ModelEvent.TextDelta) event).text())
                    .collect(Collectors.joining());
        }
    }
}
