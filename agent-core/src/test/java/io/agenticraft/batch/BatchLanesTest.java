package io.agenticraft.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.budget.Budget;
import io.agenticraft.budget.Budgets;
import io.agenticraft.budget.UnknownPrice;
import io.agenticraft.budget.Window;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.registry.Binding;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.Check;
import io.agenticraft.testing.FunctionProvider;
import io.agenticraft.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who waits when somebody is told to. */
class BatchLanesTest {
    private static final Duration ASKED = Duration.ofSeconds(2);

    private final VirtualTime time = new VirtualTime();
    private final List<String> texts = Collections.synchronizedList(new ArrayList<>());
    private final List<BatchProgress> told = Collections.synchronizedList(new ArrayList<>());

    private CompletableFuture<BatchProgress> start(Agent agent, int concurrency, List<BatchRequest> requests) {
        return Batch.of(agent)
                .time(time, time)
                .concurrency(concurrency)
                .requests(requests)
                .onProgress(told::add)
                .start(result -> texts.add(Texts.of(result)));
    }

    private static BatchRequest of(String prompt, String tenant) {
        return BatchRequest.of(prompt, prompt).with(RunOptions.defaults().withTenant(tenant));
    }

    private static BatchRequest of(String prompt, Binding binding) {
        return BatchRequest.of(prompt, prompt).with(RunOptions.defaults().with(binding));
    }

    private static List<String> prompts(List<BatchRequest> requests) {
        return requests.stream().map(request -> "re: " + request.id()).toList();
    }

    @Test
    void targetThatAsksToWait_holdsItsOwnItemsOnly() {
        Desk busy = new Desk();
        Desk idle = new Desk();
        Binding other = new Binding(idle.provider(), "model-1");
        List<BatchRequest> requests = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            requests.add(BatchRequest.of("busy" + i, "busy" + i));
            requests.add(of("idle" + i, other));
        }
        CompletableFuture<BatchProgress> run = start(busy.agent().build(), 4, requests);
        busy.awaitSent(2);
        busy.limit("busy0");
        Check.eventually("it waits", () -> time.pending() == 1);
        for (int i = 0; i < 6; i++) {
            idle.awaitSent(i + 1);
            idle.answer("idle" + i);
        }
        assertEquals(List.of("busy0", "busy1"), busy.sent());
        time.advance(ASKED);
        busy.awaitSent(3);
        assertEquals("busy0", busy.sent().get(2));
        busy.answer("busy1");
        for (int i = 0; i < 6; i++) {
            if (i != 1) {
                int number = i;
                Check.eventually("sent", () -> busy.sent().lastIndexOf("busy" + number) >= 2);
                busy.answer("busy" + i);
            }
        }
        assertEquals(0, run.join().failed());
        assertEquals(prompts(requests), texts);
    }

    @Test
    void limitOfOneTarget_lowersTheConcurrencyThere_andNotElsewhere() {
        Desk busy = new Desk();
        Desk idle = new Desk();
        Binding other = new Binding(idle.provider(), "model-1");
        List<BatchRequest> requests = new ArrayList<>();
        IntStream.range(0, 4).forEach(i -> requests.add(BatchRequest.of("busy" + i, "busy" + i)));
        IntStream.range(0, 20).forEach(i -> requests.add(of("idle" + i, other)));
        CompletableFuture<BatchProgress> run = start(busy.agent().build(), 8, requests);
        busy.awaitSent(4);
        idle.awaitSent(4);
        busy.sent().forEach(busy::limit);
        idle.awaitSent(8);
        time.advance(ASKED);
        idle.sent().forEach(idle::answer);
        busy.awaitSent(8);
        run.cancel(true);
    }

    @Test
    void tenantWithoutBudget_waits_andTheOthersGoOn() {
        Budgets budgets = Budgets.builder()
                .clock(time)
                .unknownPrice(UnknownPrice.COUNT_TOKENS_ONLY)
                .budget(Budget.of("tenants", Window.minute()).eachTenant().tokens(40))
                .build();
        Agent agent = Desk.on(FunctionProvider.of(request ->
                        CompletableFuture.completedFuture(Answers.text("re: " + FunctionProvider.lastText(request)))))
                .generation(GenerationOptions.builder().maxTokens(10).build())
                .budgets(budgets)
                .build();
        List<BatchRequest> requests = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            requests.add(of("poor" + i, "poor"));
        }
        for (int i = 0; i < 8; i++) {
            requests.add(of("rich" + i, "rich" + i));
        }
        List<String> ended = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<BatchProgress> run = Batch.of(agent)
                .time(time, time)
                .concurrency(2)
                .window(100)
                .unordered()
                .requests(requests)
                .start(result -> ended.add(Texts.of(result)));
        Check.eventually(
                "the others have ended",
                () -> ended.stream().filter(text -> text.startsWith("re: rich")).count() == 8);
        Check.eventually("the batch ends", () -> {
            time.advance(Duration.ofSeconds(61));
            return run.isDone();
        });
        assertEquals(0, run.join().failed());
        assertEquals(16, ended.size());
    }

    @Test
    void unordered_handsOverWhatHasEnded_pastASlowItem_inABoundedWindow() {
        Desk desk = new Desk();
        CompletableFuture<BatchProgress> run = Batch.of(desk.agent().build())
                .concurrency(2)
                .window(2)
                .unordered()
                .prompts(IntStream.range(0, 6).mapToObj(i -> "p" + i))
                .start(result -> texts.add(result.index() + " " + Texts.of(result)));
        for (int i = 1; i < 6; i++) {
            desk.awaitSent(i + 1);
            desk.answer("p" + i);
        }
        Check.eventually("5 are handed over", () -> texts.size() == 5);
        desk.answer("p0");
        assertEquals(6, run.join().done());
        assertEquals("0 re: p0", texts.get(5));
        assertEquals("1 re: p1", texts.get(0));
    }

    @Test
    void greatestConcurrency_isNoTrap() {
        BatchProgress end = Batch.of(Desk.on(FunctionProvider.echo()).build())
                .concurrency(Integer.MAX_VALUE)
                .prompts(IntStream.range(0, 300).mapToObj(i -> "p" + i))
                .start(result -> texts.add(Texts.of(result)))
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
        assertEquals(300, end.done());
    }
}
