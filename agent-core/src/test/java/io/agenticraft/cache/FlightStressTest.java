package io.agenticraft.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agenticraft.model.ModelEvent;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Callers come, hold, go on and leave on many threads while answers arrive on others. */
class FlightStressTest {
    private static final int ROUNDS = 300;
    private static final int CALLERS = 8;
    private static final List<String> WORDS = List.of("one ", "two ", "three ", "four");
    private static final String TEXT = String.join("", WORDS);

    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final ExecutorService wires = Executors.newFixedThreadPool(2);

    /** Answers on threads of its own. */
    private final class LaterProvider implements ModelProvider {
        @Override
        public String name() {
            return "fake";
        }

        @Override
        public CompletableFuture<ModelResponse> complete(ModelRequest request) {
            return stream(request, event -> {});
        }

        @Override
        public CompletableFuture<ModelResponse> stream(ModelRequest request, EventSink sink) {
            CompletableFuture<ModelResponse> call = new CompletableFuture<>();
            wires.execute(() -> {
                for (String word : WORDS) {
                    if (!call.isDone()) {
                        sink.onEvent(new ModelEvent.TextDelta(word));
                    }
                    Thread.onSpinWait();
                }
                call.complete(Answers.text(TEXT));
            });
            return call;
        }
    }

    @Test
    void whoeverStays_hasTheWholeAnswer() throws Exception {
        ModelProvider cached = ResponseCache.builder().build().around(new LaterProvider());
        try {
            for (int round = 0; round < ROUNDS; round++) {
                ModelRequest request = Requests.exact("round " + round);
                List<Future<String>> results = new ArrayList<>();
                for (int i = 0; i < CALLERS; i++) {
                    Random random = new Random(round * 31L + i);
                    results.add(callers.submit(() -> call(cached, request, random)));
                }
                for (Future<String> result : results) {
                    assertEquals("", result.get(20, TimeUnit.SECONDS), "round " + round);
                }
                assertEquals(
                        TEXT, cached.complete(request).get(10, TimeUnit.SECONDS).text());
            }
        } finally {
            callers.shutdownNow();
            wires.shutdownNow();
        }
    }

    /** What went wrong, or nothing. */
    private static String call(ModelProvider cached, ModelRequest request, Random random) throws Exception {
        boolean streamed = random.nextBoolean();
        Listener listener = new Listener(random.nextInt(6));
        CompletableFuture<ModelResponse> answer =
                streamed ? cached.stream(request, listener) : cached.complete(request);
        for (int i = random.nextInt(50); i > 0; i--) {
            Thread.onSpinWait();
        }
        if (random.nextInt(3) == 0) {
            answer.cancel(true);
            return "";
        }
        if (streamed) {
            // The listener holds once, whenever its event comes; whoever is held for good has been forgotten.
            Check.eventually("the stream goes on", () -> {
                listener.control().resume();
                return answer.isDone();
            });
        }
        String text = answer.get(10, TimeUnit.SECONDS).text();
        String heard = listener.text();
        return text.equals(TEXT) && (!streamed || heard.equals(TEXT)) ? "" : text + " heard as " + heard;
    }
}
