package io.agenticraft.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.policy.CallEvent;
import io.agenticraft.policy.CallScope;
import io.agenticraft.testing.Check;
import io.agenticraft.testing.VirtualTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class BudgetsTest {
    private final VirtualTime time = new VirtualTime();
    private final Till till = new Till();

    private Budgets budgets(Budget... budgets) {
        Budgets.Builder builder = Budgets.builder().clock(time).prices(Till.PRICES);
        List.of(budgets).forEach(builder::budget);
        return builder.build();
    }

    private static BudgetExceededException refusalOf(CompletableFuture<ModelResponse> call) {
        return (BudgetExceededException) Check.cause(assertThrows(CompletionException.class, call::join));
    }

    @Test
    void call_isRefusedBeforeItIsSent_andToldWhy() {
        Budgets budgets = budgets(Budget.of("daily", Window.day()).usd("0.0005"));
        assertFalse(till.ask(budgets, 100).isDone()); // 104 in, 100 out: 0.000304 USD
        BudgetExceededException refusal = refusalOf(till.ask(budgets, 100));
        assertEquals(1, till.calls.size());
        assertEquals("daily", refusal.budget());
        assertTrue(refusal.isMoney());
        assertEquals(500_000, refusal.limit());
        assertEquals(304_000, refusal.spent());
        assertEquals(304_000, refusal.needed());
        assertEquals(Instant.parse("1970-01-02T00:00:00Z"), refusal.resetsAt());
        assertEquals(Duration.ofDays(1), refusal.retryAfter());
        assertFalse(refusal.mayPassElsewhere());
        assertNull(refusal.tenant());
        assertEquals(
                "The budget daily is 0.0005 USD for each day in UTC; 0.000304 USD are spent or reserved, and the call may"
                        + " take 0.000304 USD. It resets at 1970-01-02T00:00:00Z",
                refusal.getMessage());
        CallEvent.Refused told = (CallEvent.Refused) till.events.get(0);
        assertEquals("budgets", told.policy());
        assertEquals("fake:model-0", told.target());
        assertEquals(new BudgetStats(1, 1, 0, 0, 0, 0), budgets.statistics());
    }

    @Test
    void answer_isBookedAsItWas_andTheRestIsFreeAgain() {
        Budgets budgets = budgets(Budget.of("daily", Window.day()).tokens(300));
        CompletableFuture<ModelResponse> first = till.ask(budgets, 100);
        assertEquals(204, Till.spent(budgets).tokens());
        till.answer(0, 90, 5);
        assertTrue(first.isDone());
        Spend spent = Till.spent(budgets);
        assertEquals(95, spent.tokens());
        assertEquals(new BigDecimal("0.000100000"), spent.usd());
        assertFalse(till.ask(budgets, 100).isDone());
        assertEquals(2, till.calls.size());
    }

    @Test
    void nextTurn_findsThePreviousOneSettled() {
        Budgets budgets = budgets(Budget.of("daily", Window.day()).tokens(300));
        List<CompletableFuture<ModelResponse>> second = new ArrayList<>();
        CompletableFuture<Void> first = till.ask(budgets, 190).thenAccept(answer -> second.add(till.ask(budgets, 90)));
        till.answer(0, 90, 5);
        assertTrue(first.isDone());
        assertFalse(second.get(0).isDone());
        assertEquals(2, till.calls.size());
    }

    @Test
    void window_endsAndBeginsAnew() {
        Budgets budgets = budgets(Budget.of("minute", Window.minute()).tokens(250));
        assertFalse(till.ask(budgets, 100).isDone());
        time.advance(Duration.ofSeconds(59));
        assertEquals(Duration.ofSeconds(1), refusalOf(till.ask(budgets, 100)).retryAfter());
        time.advance(Duration.ofSeconds(1));
        assertFalse(till.ask(budgets, 100).isDone());
    }

    @Test
    void rollingWindow_forgetsBitByBit() {
        Budgets budgets =
                budgets(Budget.of("hour", Window.rolling(Duration.ofHours(1))).tokens(450));
        assertFalse(till.ask(budgets, 100).isDone());
        time.advance(Duration.ofMinutes(30));
        assertFalse(till.ask(budgets, 100).isDone());
        BudgetExceededException refusal = refusalOf(till.ask(budgets, 100));
        assertEquals(Instant.EPOCH.plus(Duration.ofMinutes(61)), refusal.resetsAt());
        time.advance(Duration.ofMinutes(31));
        assertFalse(till.ask(budgets, 100).isDone());
        assertEquals(408, Till.spent(budgets).tokens());
    }

    @Test
    void tenantsAndAgents_haveBudgetsOfTheirOwn() {
        Budgets budgets = budgets(
                Budget.of("tenants", Window.day()).eachTenant().tokens(250),
                Budget.of("helper", Window.day()).onlyAgent("helper").tokens(450));
        assertFalse(till.ask(budgets, 100, CallScope.builder().tenant("a").agent("helper"))
                .isDone());
        assertFalse(till.ask(budgets, 100, CallScope.builder().tenant("b").agent("helper"))
                .isDone());
        BudgetExceededException third =
                refusalOf(till.ask(budgets, 100, CallScope.builder().tenant("c").agent("helper")));
        assertEquals("helper", third.budget());
        assertEquals("helper", third.agent());
        assertFalse(till.ask(budgets, 100, CallScope.builder().tenant("c").agent("other"))
                .isDone());
        BudgetExceededException again =
                refusalOf(till.ask(budgets, 100, CallScope.builder().tenant("a").agent("other")));
        assertEquals("tenants", again.budget());
        assertEquals("a", again.tenant());
        assertFalse(till.ask(budgets, 100).isDone(), "Calls without a tenant count as one more");
        List<String> accounts = budgets.spending().join().stream()
                .map(spend -> spend.budget() + "/" + spend.tenant() + "/" + spend.agent() + " " + spend.tokens())
                .toList();
        assertEquals(
                List.of(
                        "helper/null/helper 408",
                        "tenants//null 204",
                        "tenants/a/null 204",
                        "tenants/b/null 204",
                        "tenants/c/null 204"),
                accounts);
    }

    @Test
    void refusedCall_takesNothingFromItsOtherBudgets() {
        Budgets budgets = budgets(
                Budget.of("wide", Window.day()).tokens(10_000),
                Budget.of("narrow", Window.day()).tokens(100));
        assertEquals("narrow", refusalOf(till.ask(budgets, 100)).budget());
        budgets.spending().join().forEach(spend -> assertEquals(0, spend.tokens()));
    }

    @Test
    void callLargerThanTheWholeBudget_isNotWorthWaitingFor() {
        Budgets budgets = budgets(Budget.of("daily", Window.day()).tokens(100));
        assertNull(refusalOf(till.ask(budgets, 100)).retryAfter());
    }

    @Test
    void answerWithoutABound_isReservedAsStated() {
        Budgets budgets = Budgets.builder()
                .clock(time)
                .prices(Till.PRICES)
                .unboundedOutput(500)
                .budget(Budget.of("daily", Window.day()).tokens(10_000))
                .build();
        assertFalse(budgets.around(till.wire)
                .complete(ModelRequest.builder("model-0").build())
                .isDone());
        assertEquals(500, Till.spent(budgets).tokens());
    }

    @Test
    void unknownPrice_isRefusedWhereMoneyIsLimited_orCountsTokensOnly() {
        Budget money = Budget.of("daily", Window.day()).usd("1").tokens(1_000);
        CompletableFuture<ModelResponse> call = budgets(money).around(till.wire).complete(Till.request("other", 100));
        UnpricedModelException refusal =
                (UnpricedModelException) Check.cause(assertThrows(CompletionException.class, call::join));
        Check.contains("fake:other has no price", refusal.getMessage());
        assertTrue(refusal.mayPassElsewhere());
        Budgets lenient = Budgets.builder()
                .clock(time)
                .prices(Till.PRICES)
                .unknownPrice(UnknownPrice.COUNT_TOKENS_ONLY)
                .budget(money)
                .build();
        assertFalse(
                lenient.around(till.wire).complete(Till.request("other", 100)).isDone());
        assertEquals(204, Till.spent(lenient).tokens());
        assertEquals(0, Till.spent(lenient).nanoUsd());
        assertFalse(budgets(Budget.of("tokens", Window.day()).tokens(1_000))
                .around(till.wire)
                .complete(Till.request("other", 100))
                .isDone());
    }

    @Test
    void mistakes_areToldAsTheBudgetsAreMade() {
        Budget good = Budget.of("daily", Window.day()).tokens(1);
        assertThrows(IllegalStateException.class, () -> Budgets.builder().build());
        assertThrows(
                IllegalArgumentException.class,
                () -> Budgets.builder().budget(good).budget(good));
        assertThrows(
                IllegalArgumentException.class, () -> Budgets.builder().budget(Budget.of("endless", Window.day())));
        assertThrows(IllegalArgumentException.class, () -> Budget.of(" ", Window.day()));
        assertThrows(IllegalArgumentException.class, () -> good.tokens(-1));
        assertThrows(IllegalArgumentException.class, () -> good.usd("10000000"));
        assertThrows(IllegalArgumentException.class, () -> Window.rolling(Duration.ofMillis(5)));
        assertThrows(IllegalArgumentException.class, () -> Outage.localShare(1.5));
    }
}
