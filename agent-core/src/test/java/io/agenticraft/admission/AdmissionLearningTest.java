package io.agenticraft.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.RateLimits;
import io.agenticraft.model.RateLimits.Bucket;
import io.agenticraft.provider.ErrorDetails;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.RateLimitException;
import io.agenticraft.provider.ServerException;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.Check;
import io.agenticraft.testing.FunctionProvider;
import io.agenticraft.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the provider tells of its limits, and what usage teaches. */
class AdmissionLearningTest {
    private final VirtualTime time = new VirtualTime();
    private final List<CompletableFuture<ModelResponse>> calls = new ArrayList<>();
    private final Admission admission = Admission.builder().time(time, time).build();
    private final ModelProvider provider = admission.around(FunctionProvider.of(request -> {
        CompletableFuture<ModelResponse> call = new CompletableFuture<>();
        calls.add(call);
        return call;
    }));

    private CompletableFuture<ModelResponse> ask(String prompt) {
        return provider.complete(
                ModelRequest.builder("m").messages(Message.user(prompt)).build());
    }

    private void askTimes(int count) {
        for (int i = 0; i < count; i++) {
            CompletableFuture<ModelResponse> unused = ask("hi");
        }
    }

    private void answer(int call, @Nullable RateLimits limits) {
        calls.get(call).complete(Answers.text("ok").withRateLimits(limits));
    }

    private static RateLimits requests(long limit, long remaining, @Nullable Duration reset) {
        return new RateLimits(new Bucket(limit, remaining, reset), null, null, null);
    }

    @Test
    void remainingRequests_areNotExceeded_andFillUpByTheReset() {
        askTimes(1);
        answer(0, requests(60, 2, Duration.ofSeconds(58)));
        askTimes(5);
        assertEquals(3, calls.size(), "2 were left");
        time.advance(Duration.ofSeconds(1).plusMillis(1));
        assertEquals(4, calls.size(), "58 missing ones come back in 58 s, one each second");
        time.advance(Duration.ofSeconds(2));
        assertEquals(6, calls.size());
    }

    @Test
    void callsSentAfterTheOneAnswered_areCountedAgainstWhatRemains() {
        askTimes(3);
        answer(0, requests(60, 2, Duration.ofSeconds(58)));
        askTimes(1);
        assertEquals(3, calls.size(), "The provider had not seen the other two when it said that 2 remain");
    }

    @Test
    void exhaustedInputTokens_holdTheTarget() {
        askTimes(1);
        answer(0, new RateLimits(null, null, new Bucket(50_000, 0, Duration.ofSeconds(60)), null));
        askTimes(1);
        assertEquals(1, calls.size());
        time.advance(Duration.ofSeconds(1));
        assertEquals(2, calls.size(), "A second brings 833 tokens");
    }

    @Test
    void nonsense_isIgnored() {
        askTimes(1);
        answer(0, requests(0, 0, null));
        askTimes(1);
        answer(1, requests(Bucket.UNKNOWN, Bucket.UNKNOWN, Duration.ofSeconds(5)));
        askTimes(1);
        assertEquals(3, calls.size());
    }

    @Test
    void resetInAThousandYears_costsNoAnswer() {
        CompletableFuture<ModelResponse> call = ask("hi");
        answer(0, requests(60, 2, Duration.ofDays(365_000)));
        assertEquals("ok", call.join().text());
        askTimes(2);
        assertEquals(3, calls.size());
        assertTrue(ask("hi").isCompletedExceptionally(), "It would wait for years");
        assertEquals(0, admission.statistics().get(0).waiting());
    }

    @Test
    void retryAfterAThousandYears_isAPauseAllTheSame() {
        time.advance(Duration.ofHours(1));
        CompletableFuture<ModelResponse> call = ask("hi");
        RateLimitException limit = new RateLimitException(
                new ErrorDetails("fake", "no", 429, null, null, null, Duration.ofDays(365_000), true, null), null);
        calls.get(0).completeExceptionally(limit);
        assertTrue(call.isCompletedExceptionally());
        assertTrue(ask("hi").isCompletedExceptionally());
        assertEquals(1, calls.size());
    }

    @Test
    void pauseLongerThanACallCanWait_refusesItAtOnce_thoughItWaitsAlready() {
        askTimes(1);
        answer(0, requests(60, 0, Duration.ofSeconds(60)));
        CompletableFuture<ModelResponse> waiting = ask("hi");
        assertFalse(waiting.isDone());
        time.advance(Duration.ofMillis(1_001));
        assertEquals(2, calls.size());
        CompletableFuture<ModelResponse> behind = ask("hi");
        calls.get(1)
                .completeExceptionally(new RateLimitException(
                        new ErrorDetails("fake", "no", 429, null, null, null, Duration.ofHours(1), true, null), null));
        assertTrue(waiting.isCompletedExceptionally());
        assertTrue(behind.isCompletedExceptionally());
        AdmissionException refusal = assertInstanceOf(
                AdmissionException.class, Check.cause(assertThrows(CompletionException.class, behind::join)));
        assertEquals(AdmissionException.Reason.WAIT_TOO_LONG, refusal.reason());
        assertEquals(0, admission.statistics().get(0).waiting());
        assertEquals(1, admission.statistics().get(0).refused());
    }

    @Test
    void remainderWithoutAReset_fillsWithinAMinute() {
        askTimes(1);
        answer(0, requests(60, 0, null));
        askTimes(1);
        assertEquals(1, calls.size());
        time.advance(Duration.ofMillis(1_001));
        assertEquals(2, calls.size());
    }

    @Test
    void rateLimitsOfAFailure_areHeardToo() {
        askTimes(1);
        calls.get(0)
                .completeExceptionally(new ServerException(
                        new ErrorDetails(
                                "fake",
                                "down",
                                500,
                                null,
                                null,
                                null,
                                null,
                                true,
                                null,
                                requests(60, 0, Duration.ofSeconds(60))),
                        null));
        askTimes(1);
        assertEquals(1, calls.size());
    }

    @Test
    void guesses_approachTheRealUsage() {
        assertEquals(256, new Correction().output());
        for (int i = 0; i < 60; i++) {
            askTimes(1);
            answer(i, null); // 10 tokens in where 5 were guessed, 5 out
        }
        AdmissionStats stats = admission.statistics().get(0);
        assertEquals(2.0, stats.inputRatio(), 0.05);
        assertEquals(60, stats.admitted());
        assertTrue(stats.inFlight() == 0 && stats.waiting() == 0, stats::toString);
    }

    @Test
    void limitWithoutAWordOfHowLong_pausesLongerEachTime() {
        long[] seconds = {1, 2, 4};
        for (int i = 0; i < seconds.length; i++) {
            askTimes(1);
            calls.get(i)
                    .completeExceptionally(new RateLimitException(
                            new ErrorDetails("fake", "slow down", 429, null, null, null, null, true, null), null));
            assertEquals(
                    Duration.ofSeconds(seconds[i]),
                    admission.statistics().get(0).pause());
            time.advance(Duration.ofSeconds(seconds[i]));
        }
    }
}
