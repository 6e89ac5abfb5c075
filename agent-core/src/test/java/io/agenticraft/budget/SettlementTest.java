package io.agenticraft.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.ModelEvent;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.Usage;
import io.agenticraft.policy.CallScope;
import io.agenticraft.provider.ConnectionException;
import io.agenticraft.provider.ErrorDetails;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.InterruptedStreamException;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.FunctionProvider;
import io.agenticraft.testing.VirtualTime;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a call is booked with, however it ends. It reserves 104 tokens in and 100 out. */
class SettlementTest {
    private final Till till = new Till();
    private final Budgets budgets = Budgets.builder()
            .clock(new VirtualTime())
            .prices(Till.PRICES)
            .budget(Budget.of("daily", Window.day()).tokens(100_000).usd("1"))
            .build();

    private void booked(long tokens, long nanoUsd) {
        Spend spent = Till.spent(budgets);
        assertEquals(tokens, spent.tokens());
        assertEquals(nanoUsd, spent.nanoUsd());
    }

    private void failsWith(Throwable failure) {
        CompletableFuture<ModelResponse> call = till.ask(budgets, 100);
        till.calls.get(0).completeExceptionally(failure);
        assertTrue(call.isCompletedExceptionally());
    }

    private static ErrorDetails details(@Nullable ModelResponse partial) {
        return new ErrorDetails("fake", "broken", 0, null, null, null, null, true, partial);
    }

    @Test
    void answer_costsItsUsage() {
        CompletableFuture<ModelResponse> call = till.ask(budgets, 100);
        till.answer(0, 80, 10);
        assertTrue(call.isDone());
        booked(90, 100_000);
    }

    @Test
    void answerWithMoreThanWasReserved_isBookedWhole() {
        CompletableFuture<ModelResponse> call = till.ask(budgets, 100);
        till.answer(0, 1_000, 10);
        assertTrue(call.isDone());
        booked(1_010, 1_020_000);
    }

    @Test
    void absurdUsage_neverGivesRoom() {
        CompletableFuture<ModelResponse> first = till.ask(budgets, 100);
        till.answer(0, Long.MAX_VALUE, Long.MAX_VALUE);
        assertTrue(first.isDone());
        assertTrue(till.ask(budgets, 100).isCompletedExceptionally(), "The budget is spent");
        assertEquals(1, till.calls.size());
    }

    @Test
    void negativeUsage_neverGivesRoom() {
        CompletableFuture<ModelResponse> first = till.ask(budgets, 100);
        till.answer(0, -1_000_000, -1_000_000);
        assertTrue(first.isDone());
        booked(0, 0);
    }

    @Test
    void answerWithoutUsage_costsWhatWasReserved() {
        CompletableFuture<ModelResponse> call = till.ask(budgets, 100);
        till.calls.get(0).complete(Till.answer(Usage.unknown()));
        assertTrue(call.isDone());
        booked(204, 304_000);
    }

    @Test
    void callThatWasTurnedAway_costsNothing() {
        failsWith(Answers.rateLimited());
        booked(0, 0);
    }

    @Test
    void callThatReachedNobody_costsNothing() {
        failsWith(new ConnectionException(details(null), null));
        booked(0, 0);
    }

    @Test
    void failureWithPartialUsage_costsThat() {
        failsWith(new InterruptedStreamException(details(Till.answer(Usage.of(90, 7))), null));
        booked(97, 104_000);
    }

    @Test
    void otherFailure_costsItsPrompt() {
        failsWith(new IllegalStateException("broken"));
        booked(104, 104_000);
    }

    @Test
    void cancelledLoserOfAHedge_costsItsPrompt() {
        CompletableFuture<ModelResponse> call = till.ask(budgets, 100);
        assertTrue(call.cancel(true));
        assertTrue(till.calls.get(0).isCancelled());
        booked(104, 104_000);
    }

    @Test
    void cancelledStream_costsItsPromptAndWhatWasSeen() {
        CompletableFuture<ModelResponse> open = new CompletableFuture<>();
        ModelProvider streaming = new ModelProvider() {
            @Override
            public String name() {
                return "fake";
            }

            @Override
            public CompletableFuture<ModelResponse> complete(ModelRequest request) {
                throw new AssertionError("Not streamed");
            }

            @Override
            public CompletableFuture<ModelResponse> stream(ModelRequest request, EventSink sink) {
                sink.onEvent(new ModelEvent.TextDelta("twelve chars"));
                sink.onEvent(new ModelEvent.ReasoningDelta("eight ch"));
                sink.onEvent(new ModelEvent.ToolCallDelta(0, "c", "tool", "{}  "));
                return open;
            }
        };
        CompletableFuture<ModelResponse> call =
                CallScope.none().bind(budgets.around(streaming)).stream(Till.request(100), event -> {});
        call.cancel(true);
        assertTrue(open.isCancelled());
        booked(104 + 6, 104_000 + 12_000);
    }

    @Test
    void providerThatThrows_isBookedLikeAFailure() {
        ModelProvider broken = budgets.around(FunctionProvider.of(request -> {
            throw new IllegalStateException("no future");
        }));
        assertTrue(broken.complete(Till.request(100)).isCompletedExceptionally());
        booked(104, 104_000);
    }
}
