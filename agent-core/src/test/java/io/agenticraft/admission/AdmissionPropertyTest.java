package io.agenticraft.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.FinishReason;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.Role;
import io.agenticraft.model.Usage;
import io.agenticraft.policy.CallScope;
import io.agenticraft.testing.FunctionProvider;
import io.agenticraft.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Whatever is asked and however long answers take, no minute holds more than its limits, and everything is sent in the end. */
class AdmissionPropertyTest {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final int CALLS = 2_000;

    private record Sent(long at, long tokens) {}

    @Test
    void noMinute_whereverItBegins_holdsMoreThanItsLimits() {
        for (int seed = 0; seed < 10; seed++) {
            run(new Random(seed), seed);
        }
    }

    private static void run(Random random, int seed) {
        VirtualTime time = new VirtualTime();
        Limits limits = Limits.perMinute(20 + random.nextInt(200), 20_000 + random.nextInt(100_000));
        List<Sent> sent = new ArrayList<>();
        FunctionProvider wire = FunctionProvider.of(request -> {
            // Real usage is known here, and is what the provider counts: less than was reserved, as a rule far less.
            long tokens =
                    1L + random.nextInt(Objects.requireNonNull(request.options().maxTokens()));
            sent.add(new Sent(time.getAsLong(), tokens));
            CompletableFuture<ModelResponse> answer = new CompletableFuture<>();
            Runnable unused =
                    time.schedule(() -> answer.complete(answer(tokens)), Duration.ofMillis(random.nextInt(20_000)));
            return answer;
        });
        Admission admission = Admission.builder()
                .time(time, time)
                .otherwise(limits)
                .maxWaiting(CALLS)
                .maxWait(Duration.ofDays(30))
                .build();
        List<CompletableFuture<ModelResponse>> calls = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            CallScope scope =
                    CallScope.builder().tenant("t" + random.nextInt(3)).build();
            ModelRequest request = ModelRequest.builder("m")
                    .messages(Message.user("x".repeat(random.nextInt(400))))
                    .options(GenerationOptions.builder()
                            .maxTokens(1 + random.nextInt(4_000))
                            .build())
                    .build();
            calls.add(scope.bind(admission.around(wire)).complete(request));
            time.advance(Duration.ofMillis(random.nextInt(50)));
        }
        for (int hours = 0; hours < 48 && !calls.stream().allMatch(CompletableFuture::isDone); hours++) {
            time.advance(Duration.ofHours(1));
        }
        assertEquals(CALLS, sent.size(), "All were sent, with seed " + seed);
        check(sent, limits, seed);
    }

    private static void check(List<Sent> sent, Limits limits, int seed) {
        int first = 0;
        long tokens = 0;
        for (int last = 0; last < sent.size(); last++) {
            tokens += sent.get(last).tokens();
            while (sent.get(first).at() <= sent.get(last).at() - MINUTE) {
                tokens -= sent.get(first++).tokens();
            }
            int requests = last - first + 1;
            assertTrue(requests <= limits.requests(), "With seed " + seed + ": " + requests + " calls in a minute");
            assertTrue(tokens <= limits.tokens(), "With seed " + seed + ": " + tokens + " tokens in a minute");
        }
    }

    private static ModelResponse answer(long tokens) {
        return new ModelResponse(
                null,
                null,
                new Message(Role.ASSISTANT, List.of()),
                FinishReason.STOP,
                null,
                Usage.of(0, tokens),
                null,
                Map.of());
    }
}
