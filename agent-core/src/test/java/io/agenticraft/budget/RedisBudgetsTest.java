package io.agenticraft.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.Usage;
import io.agenticraft.policy.CallScope;
import io.agenticraft.redis.RealRedis;
import io.agenticraft.redis.RedisException;
import io.agenticraft.redis.SharedRedis;
import io.agenticraft.testing.Check;
import io.agenticraft.testing.FunctionProvider;
import io.agenticraft.testing.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Budgets that processes share, against a real server. */
class RedisBudgetsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final VirtualTime time = new VirtualTime();
    private final FunctionProvider wire =
            FunctionProvider.of(request -> CompletableFuture.completedFuture(Till.answer(Usage.of(
                    Till.PROMPT_TOKENS, Objects.requireNonNull(request.options().maxTokens())))));

    private static SharedRedis connect(RealRedis server) {
        return SharedRedis.builder(server.uri())
                .readTimeout(PATIENCE)
                .commandTimeout(PATIENCE)
                .connectTimeout(PATIENCE)
                .connect();
    }

    private Budgets budgets(SharedRedis redis, Outage outage, Budget... budgets) {
        Budgets.Builder builder =
                Budgets.builder().clock(time).prices(Till.PRICES).redis(redis, outage);
        List.of(budgets).forEach(builder::budget);
        return builder.build();
    }

    private ModelResponse ask(Budgets budgets, String tenant) throws Exception {
        return CallScope.builder()
                .tenant(tenant)
                .build()
                .bind(budgets.around(wire))
                .complete(Till.request(100))
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private <T extends Throwable> T refused(Class<T> as, Budgets budgets, String tenant) {
        return assertInstanceOf(as, Check.cause(assertThrows(ExecutionException.class, () -> ask(budgets, tenant))));
    }

    @Test
    void processes_spendFromOneBudget() throws Exception {
        Budget daily = Budget.of("daily", Window.day()).eachTenant().tokens(450).usd("1");
        try (RealRedis server = RealRedis.start();
                SharedRedis redis = connect(server);
                SharedRedis redisElsewhere = connect(server)) {
            Budgets here = budgets(redis, Outage.refuse(), daily);
            Budgets elsewhere = budgets(redisElsewhere, Outage.refuse(), daily);
            ask(here, "a");
            ask(elsewhere, "a");
            BudgetExceededException refusal = refused(BudgetExceededException.class, here, "a");
            assertEquals(450, refusal.limit());
            assertEquals(408, refusal.spent());
            assertFalse(refusal.isMoney());
            assertEquals("a", refusal.tenant());
            assertEquals(Instant.parse("1970-01-02T00:00:00Z"), refusal.resetsAt());
            ask(here, "b");
            ask(here, "a:b*");
            List<Spend> spent = here.spending().get(10, TimeUnit.SECONDS);
            assertEquals(3, spent.size());
            assertEquals(408, spent.get(0).tokens(), "Of all processes");
            assertEquals(608_000, spent.get(0).nanoUsd());
            time.advance(Duration.ofDays(1));
            ask(elsewhere, "a");
            assertEquals(List.of(), here.spending().get(10, TimeUnit.SECONDS));
            assertEquals(
                    204, elsewhere.spending().get(10, TimeUnit.SECONDS).get(0).tokens());
        }
    }

    @Test
    void settling_givesBackWhatWasNotUsed() throws Exception {
        FunctionProvider brief =
                FunctionProvider.of(request -> CompletableFuture.completedFuture(Till.answer(Usage.of(10, 1))));
        try (RealRedis server = RealRedis.start();
                SharedRedis redis = connect(server)) {
            Budgets budgets = budgets(
                    redis,
                    Outage.refuse(),
                    Budget.of("hour", Window.rolling(Duration.ofHours(1))).tokens(250),
                    Budget.of("wide", Window.month()).usd("5"));
            for (int i = 0; i < 4; i++) {
                budgets.around(brief).complete(Till.request(100)).get(10, TimeUnit.SECONDS);
            }
            List<Spend> spent = budgets.spending().get(10, TimeUnit.SECONDS);
            assertEquals(44, spent.get(0).tokens());
            assertEquals(4 * 12_000, spent.get(1).nanoUsd());
            time.advance(Duration.ofMinutes(61));
            budgets.around(brief).complete(Till.request(100)).get(10, TimeUnit.SECONDS);
            assertEquals(11, budgets.spending().get(10, TimeUnit.SECONDS).get(0).tokens());
            assertEquals(new BudgetStats(5, 0, 0, 0, 0, 0), budgets.statistics());
        }
    }

    @Test
    void serverThatLosesItsData_givesNoRoomForWhatWasReservedBefore() throws Exception {
        Till till = new Till();
        Budget daily = Budget.of("daily", Window.day()).tokens(2_000);
        try (RealRedis server = RealRedis.start();
                SharedRedis redis = connect(server)) {
            Budgets budgets = budgets(redis, Outage.refuse(), daily);
            CompletableFuture<ModelResponse> call = till.ask(budgets, 1_000);
            Check.eventually("it is sent", () -> till.calls.size() == 1);
            server.command("FLUSHALL");
            ask(budgets, "a");
            till.answer(0, 10, 1);
            assertTrue(call.isDone());
            List<Spend> spent = budgets.spending().get(10, TimeUnit.SECONDS);
            assertEquals(204 + 11, spent.get(0).tokens(), "Without the 1,104 that were reserved");
        }
    }

    @Test
    void reservationThatAFailoverHasLost_neverMakesAnAccountNegative() throws Exception {
        Till till = new Till();
        try (RealRedis server = RealRedis.start();
                SharedRedis redis = connect(server)) {
            Budgets budgets = budgets(
                    redis, Outage.refuse(), Budget.of("daily", Window.day()).tokens(2_000));
            CompletableFuture<ModelResponse> call = till.ask(budgets, 1_000);
            Check.eventually("it is sent", () -> till.calls.size() == 1);
            server.command("HSET agenticraft:budget:daily:*:* t0 5");
            till.answer(0, 10, 1);
            assertTrue(call.isDone());
            assertEquals(11, budgets.spending().get(10, TimeUnit.SECONDS).get(0).tokens());
        }
    }

    @Test
    void refusedCall_takesNothingFromItsOtherBudgets() throws Exception {
        try (RealRedis server = RealRedis.start();
                SharedRedis redis = connect(server)) {
            Budgets budgets = budgets(
                    redis,
                    Outage.refuse(),
                    Budget.of("wide", Window.day()).tokens(10_000),
                    Budget.of("narrow", Window.day()).usd("0.0001"));
            BudgetExceededException refusal = refused(BudgetExceededException.class, budgets, "a");
            assertEquals("narrow", refusal.budget());
            assertTrue(refusal.isMoney());
            for (Spend spend : budgets.spending().get(10, TimeUnit.SECONDS)) {
                assertEquals(0, spend.tokens());
            }
        }
    }

    @Test
    void manyThreads_neverReserveMoreThanTheBudgetTogether() throws Exception {
        long limit = 60_000;
        AtomicLong sent = new AtomicLong();
        FunctionProvider counting = FunctionProvider.of(request -> {
            long whole = Till.PROMPT_TOKENS
                    + Objects.requireNonNull(request.options().maxTokens());
            sent.addAndGet(whole);
            return wire.complete(request);
        });
        try (RealRedis server = RealRedis.start();
                SharedRedis one = connect(server);
                SharedRedis two = connect(server)) {
            Budget daily = Budget.of("daily", Window.day()).tokens(limit);
            Budgets here = budgets(one, Outage.refuse(), daily);
            Budgets elsewhere = budgets(two, Outage.refuse(), daily);
            Thread other = new Thread(() -> {
                try {
                    BudgetConcurrencyTest.run(elsewhere, counting, 30);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            other.start();
            BudgetConcurrencyTest.run(here, counting, 30);
            other.join();
            assertTrue(sent.get() <= limit, () -> "Sent " + sent);
            assertTrue(sent.get() > limit - 204, () -> "The budget is used up: " + sent);
            Check.eventually(
                    "the server knows", () -> here.spending().join().get(0).tokens() == sent.get());
        }
    }

    @Test
    void serverThatIsDown_isHandledAsStated() throws Exception {
        Budget daily = Budget.of("daily", Window.day()).tokens(3_000);
        RealRedis server = RealRedis.start();
        try (SharedRedis redis = SharedRedis.builder(server.uri())
                .commandTimeout(Duration.ofMillis(300))
                .connectTimeout(Duration.ofMillis(300))
                .connect()) {
            server.close();
            Budgets closed = budgets(redis, Outage.refuse(), daily);
            refused(BudgetUnavailableException.class, closed, "a");
            assertEquals(1, closed.statistics().unavailable());
            Budgets open = budgets(redis, Outage.allow(), daily);
            for (int i = 0; i < 20; i++) {
                ask(open, "a");
            }
            assertEquals(20, open.statistics().unchecked());
            Check.eventually("nothing could be booked", () -> open.statistics().unbooked() == 20);
            Budgets tenth = budgets(redis, Outage.localShare(0.1), daily);
            ask(tenth, "a");
            BudgetExceededException refusal = refused(BudgetExceededException.class, tenth, "a");
            assertEquals(300, refusal.limit(), "A tenth");
            assertEquals(1, tenth.statistics().onLocalShare());
            Throwable failure = assertThrows(
                    ExecutionException.class, () -> closed.spending().get(10, TimeUnit.SECONDS));
            assertInstanceOf(RedisException.class, Check.cause(failure));
        }
    }

    @Test
    void serverThatStandsStill_delaysACallByItsTimeoutOnly() throws Exception {
        try (RealRedis server = RealRedis.start();
                SharedRedis redis = SharedRedis.builder(server.uri())
                        .commandTimeout(Duration.ofMillis(500))
                        .connect()) {
            Budgets budgets = budgets(
                    redis, Outage.allow(), Budget.of("daily", Window.day()).tokens(3_000));
            Check.eventually("it is connected", () -> budgets.statistics().granted() > 0 || tried(budgets));
            server.freeze();
            try {
                long before = System.nanoTime();
                ask(budgets, "a");
                assertTrue(System.nanoTime() - before < Duration.ofSeconds(5).toNanos());
                assertTrue(budgets.statistics().unchecked() > 0);
            } finally {
                server.thaw();
            }
        }
    }

    private boolean tried(Budgets budgets) {
        try {
            return ask(budgets, "a") != null;
        } catch (Exception e) {
            return false;
        }
    }
}
