package io.agenticraft.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.policy.CallEvent;
import io.agenticraft.policy.CallScope;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.Check;
import io.agenticraft.testing.FunctionProvider;
import io.agenticraft.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    /** The window, and the slot by which it may be exceeded. */
    private static final Duration A_WINDOW = Duration.ofSeconds(61);

    private final VirtualTime time = new VirtualTime();
    private final List<String> sent = new ArrayList<>();
    private final List<CompletableFuture<ModelResponse>> calls = new ArrayList<>();
    private final List<CallEvent> events = new ArrayList<>();
    private final FunctionProvider wire = FunctionProvider.of(request -> {
        sent.add(FunctionProvider.lastText(request));
        CompletableFuture<ModelResponse> call = new CompletableFuture<>();
        calls.add(call);
        return call;
    });

    private Admission.Builder admission() {
        return Admission.builder().time(time, time);
    }

    private Admission twoPerMinute() {
        return admission().limit("fake", Limits.requestsPerMinute(2)).build();
    }

    private CompletableFuture<ModelResponse> ask(Admission admission, String prompt) {
        return ask(admission, prompt, CallScope.builder());
    }

    private CompletableFuture<ModelResponse> ask(Admission admission, String prompt, CallScope.Builder scope) {
        ModelProvider provider = admission.around(wire);
        return scope.observer(events::add).build().bind(provider).complete(request("model-0", prompt));
    }

    private void post(Admission admission, String prompt) {
        post(admission, prompt, CallScope.builder());
    }

    /** Asks and looks at {@link #sent} only. */
    private void post(Admission admission, String prompt, CallScope.Builder scope) {
        CompletableFuture<ModelResponse> unused = ask(admission, prompt, scope);
    }

    private static ModelRequest request(String model, String prompt) {
        return ModelRequest.builder(model).messages(Message.user(prompt)).build();
    }

    @Test
    void callsWithinTheLimits_areSentAtOnce_othersWaitInOrder() {
        Admission admission = twoPerMinute();
        for (String prompt : List.of("a", "b", "c", "d", "e")) {
            post(admission, prompt);
        }
        assertEquals(List.of("a", "b"), sent);
        time.advance(A_WINDOW);
        assertEquals(List.of("a", "b", "c", "d"), sent);
        time.advance(A_WINDOW);
        assertEquals(List.of("a", "b", "c", "d", "e"), sent);
        assertEquals(0, time.pending(), "No timer is left where nobody waits");
    }

    @Test
    void answer_comesThroughAsItIs() {
        CompletableFuture<ModelResponse> call = ask(twoPerMinute(), "a");
        ModelResponse answer = Answers.text("hello");
        calls.get(0).complete(answer);
        assertEquals(answer, call.join());
    }

    @Test
    void failure_comesThroughAsItIs() {
        CompletableFuture<ModelResponse> call = ask(twoPerMinute(), "a");
        IllegalStateException failure = new IllegalStateException("broken");
        calls.get(0).completeExceptionally(failure);
        assertEquals(failure, Check.cause(assertThrows(CompletionException.class, call::join)));
    }

    @Test
    void stream_isAdmittedLikeACall() {
        ModelProvider provider = twoPerMinute().around(wire);
        assertFalse(provider.stream(request("model-0", "a"), event -> {}).isDone());
        assertFalse(provider.stream(request("model-0", "b"), event -> {}).isDone());
        assertFalse(provider.stream(request("model-0", "c"), event -> {}).isDone());
        assertEquals(List.of("a", "b"), sent);
    }

    @Test
    void tokens_areReservedAndSettled() {
        Admission admission =
                admission().limit("fake", Limits.perMinute(100, 300)).build();
        CompletableFuture<ModelResponse> first = ask(admission, "a"); // 5 and 256 tokens at most
        post(admission, "b");
        assertEquals(List.of("a"), sent, "Two guesses of 261 tokens are too many");
        calls.get(0).complete(Answers.text("ok")); // 15 tokens
        assertTrue(first.isDone());
        assertEquals(List.of("a", "b"), sent, "What was not used is given back at once");
    }

    @Test
    void fullQueue_refusesWithATypedError() {
        Admission admission = admission()
                .limit("fake", Limits.requestsPerMinute(1))
                .maxWaiting(1)
                .build();
        post(admission, "a");
        post(admission, "b");
        CompletableFuture<ModelResponse> third = ask(admission, "c");
        AdmissionException refusal = refusalOf(third);
        assertEquals(AdmissionException.Reason.QUEUE_FULL, refusal.reason());
        assertEquals("fake:model-0", refusal.target());
        assertTrue(refusal.mayPassElsewhere());
        assertTrue(events.get(events.size() - 1) instanceof CallEvent.Refused, events::toString);
    }

    @Test
    void waitBeyondTheRunsTime_isRefusedAtOnce() {
        Admission admission =
                admission().limit("fake", Limits.requestsPerMinute(1)).build();
        post(admission, "a");
        long in30Seconds = time.getAsLong() + Duration.ofSeconds(30).toNanos();
        CompletableFuture<ModelResponse> hurried =
                ask(admission, "b", CallScope.builder().deadline(in30Seconds, time));
        AdmissionException refusal = refusalOf(hurried);
        assertEquals(AdmissionException.Reason.WAIT_TOO_LONG, refusal.reason());
        assertTrue(refusal.retryAfter().compareTo(Duration.ofSeconds(60)) >= 0);
        CompletableFuture<ModelResponse> patient = ask(admission, "c");
        assertFalse(patient.isDone());
        assertEquals(1, admission.statistics().get(0).waiting());
    }

    @Test
    void wait_isTold() {
        Admission admission =
                admission().limit("fake", Limits.requestsPerMinute(1)).build();
        post(admission, "a");
        assertEquals(List.of(), events);
        post(admission, "b");
        CallEvent.Delayed delayed = (CallEvent.Delayed) events.get(0);
        assertEquals("admission", delayed.policy());
        assertEquals("fake:model-0", delayed.target());
        assertTrue(delayed.delay().compareTo(Duration.ofSeconds(60)) >= 0);
    }

    @Test
    void cancelledWaiter_leavesTheQueue_andIsNeverSent() {
        Admission admission =
                admission().limit("fake", Limits.requestsPerMinute(1)).build();
        post(admission, "a");
        CompletableFuture<ModelResponse> second = ask(admission, "b");
        post(admission, "c");
        assertTrue(second.cancel(true));
        assertEquals(1, admission.statistics().get(0).waiting());
        time.advance(A_WINDOW);
        assertEquals(List.of("a", "c"), sent);
    }

    @Test
    void waiterWhoseTimeIsUp_leavesTheQueue_andIsNeverSent() {
        Admission admission =
                admission().limit("fake", Limits.requestsPerMinute(1)).build();
        post(admission, "a");
        CompletableFuture<ModelResponse> second = ask(admission, "b");
        assertTrue(second.completeExceptionally(Answers.rateLimited()));
        assertEquals(0, admission.statistics().get(0).waiting());
        time.advance(A_WINDOW);
        assertEquals(List.of("a"), sent);
    }

    @Test
    void cancelledCall_isCancelledOnTheWire() {
        CompletableFuture<ModelResponse> call = ask(twoPerMinute(), "a");
        assertTrue(call.cancel(true));
        assertTrue(call.isCancelled());
        assertTrue(calls.get(0).isCancelled());
    }

    @Test
    void rateLimit_pausesItsTarget_untilTheTimeItAskedFor() {
        Admission admission = admission().build();
        CompletableFuture<ModelResponse> first = ask(admission, "a");
        calls.get(0).completeExceptionally(Answers.rateLimited()); // retry after 2 s
        assertTrue(first.isCompletedExceptionally());
        post(admission, "b");
        CompletableFuture<ModelResponse> other = admission.around(wire).complete(request("model-1", "other"));
        assertFalse(other.isDone());
        assertEquals(List.of("a", "other"), sent, "Another model is not concerned");
        time.advance(Duration.ofSeconds(2).minusNanos(1));
        assertEquals(2, sent.size());
        time.advance(Duration.ofNanos(1));
        assertEquals(List.of("a", "other", "b"), sent);
        assertEquals(1, admission.statistics().get(0).rateLimited());
    }

    @Test
    void tenants_takeTurns() {
        Admission admission =
                admission().limit("fake", Limits.requestsPerMinute(1)).build();
        post(admission, "first");
        for (String prompt : List.of("a1", "a2", "a3")) {
            post(admission, prompt, CallScope.builder().tenant("a"));
        }
        post(admission, "b1", CallScope.builder().tenant("b"));
        for (int i = 0; i < 4; i++) {
            time.advance(A_WINDOW);
        }
        assertEquals(List.of("first", "a1", "b1", "a2", "a3"), sent);
    }

    @Test
    void synchronousAnswers_doNotGrowTheStack() {
        Admission admission = admission()
                .limit("fake", Limits.requestsPerMinute(20_000))
                .maxWaiting(20_000)
                .build();
        ModelProvider provider = admission.around(FunctionProvider.echo());
        List<CompletableFuture<ModelResponse>> all = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            all.add(provider.complete(request("model-0", "p" + i)));
        }
        assertFalse(all.get(39_999).isDone());
        time.advance(A_WINDOW);
        all.forEach(CompletableFuture::join);
        assertEquals(40_000, admission.statistics().get(0).admitted());
        assertEquals(20_000, admission.statistics().get(0).delayed());
    }

    @Test
    void limitsOfAModel_goBeforeThoseOfItsProvider() {
        Admission admission = admission()
                .limit("fake", "model-0", Limits.requestsPerMinute(1))
                .limit("fake", Limits.requestsPerMinute(2))
                .build();
        ModelProvider provider = admission.around(wire);
        for (int i = 0; i < 6; i++) {
            assertFalse(provider.complete(request("model-" + i % 2, "" + i)).isDone());
        }
        assertEquals(List.of("0", "1", "3"), sent);
        assertThrows(
                IllegalArgumentException.class,
                () -> admission().limit("fake", Limits.none()).limit("fake", Limits.none()));
        assertThrows(IllegalArgumentException.class, () -> Limits.perMinute(0, 5));
    }

    private static AdmissionException refusalOf(CompletableFuture<ModelResponse> call) {
        return (AdmissionException) Check.cause(assertThrows(CompletionException.class, call::join));
    }
}
