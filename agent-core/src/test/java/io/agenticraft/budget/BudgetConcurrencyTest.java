package io.agenticraft.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.Usage;
import io.agenticraft.policy.CallScope;
import io.agenticraft.testing.FunctionProvider;
import io.agenticraft.testing.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BudgetConcurrencyTest {
    private static final int THREADS = 64;
    private static final int CALLS = 300;

    @Test
    void manyThreads_neverReserveMoreThanTheBudgetTogether() throws Exception {
        long limit = 20_000;
        AtomicLong outstanding = new AtomicLong();
        AtomicLong spent = new AtomicLong();
        AtomicLong most = new AtomicLong();
        AtomicInteger sent = new AtomicInteger();
        FunctionProvider wire = FunctionProvider.of(request -> {
            int bound = Objects.requireNonNull(request.options().maxTokens());
            long reserved = Till.PROMPT_TOKENS + bound;
            sent.incrementAndGet();
            most.accumulateAndGet(outstanding.addAndGet(reserved) + spent.get(), Math::max);
            long output = ThreadLocalRandom.current().nextInt(bound + 1);
            return CompletableFuture.supplyAsync(() -> {
                // Less is spent than was reserved; the sum never rises in between.
                outstanding.addAndGet(-reserved);
                spent.addAndGet(1 + output);
                return Till.answer(Usage.of(1, output));
            });
        });
        Budgets budgets = Budgets.builder()
                .clock(new VirtualTime())
                .prices(Till.PRICES)
                .budget(Budget.of("daily", Window.day()).tokens(limit))
                .budget(Budget.of("tenants", Window.day()).eachTenant().tokens(limit / 2))
                .build();
        run(budgets, wire, CALLS);
        assertTrue(most.get() <= limit, () -> "At most reserved and spent: " + most);
        assertTrue(spent.get() > limit / 2, () -> "The budget is used: " + spent);
        assertTrue(sent.get() < THREADS * CALLS, "It ran out");
        assertEquals(spent.get(), budgets.spending().join().get(0).tokens(), "Nothing drifts");
    }

    static void run(Budgets budgets, FunctionProvider wire, int calls) throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            CallScope scope = CallScope.builder().tenant("t" + i % 3).build();
            Thread thread = new Thread(() -> {
                try {
                    start.await();
                } catch (InterruptedException e) {
                    return;
                }
                for (int call = 0; call < calls; call++) {
                    int bound = 1 + ThreadLocalRandom.current().nextInt(100);
                    Object unused = scope.bind(budgets.around(wire))
                            .complete(Till.request(bound))
                            .exceptionally(refused -> Till.answer(Usage.unknown()))
                            .join();
                }
            });
            threads.add(thread);
            thread.start();
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
