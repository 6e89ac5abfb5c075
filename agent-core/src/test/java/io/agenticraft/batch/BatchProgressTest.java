package io.agenticraft.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.testing.Check;
import io.agenticraft.testing.FunctionProvider;
import io.agenticraft.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BatchProgressTest {
    private final VirtualTime time = new VirtualTime();
    private final List<BatchProgress> told = Collections.synchronizedList(new ArrayList<>());

    @Test
    void rateAndEta_followFromWhatIsDone() {
        BatchProgress progress = new BatchProgress(20, 1, 5, 0, 5, 100L, Duration.ofSeconds(10));
        assertEquals(2.0, progress.rate(), 1e-9);
        assertEquals(Duration.ofSeconds(40), progress.eta());
    }

    @Test
    void eta_isUnknownWhereTheNumberOrTheRateIs() {
        assertNull(new BatchProgress(20, 0, 5, 0, 5, null, Duration.ofSeconds(10)).eta());
        assertNull(new BatchProgress(0, 0, 5, 0, 5, 100L, Duration.ofSeconds(10)).eta());
        assertEquals(0, new BatchProgress(0, 0, 5, 0, 5, 100L, Duration.ZERO).rate(), 1e-9);
    }

    @Test
    void listener_hearsOncePerInterval_andAtTheEnd() {
        Desk desk = new Desk();
        CompletableFuture<BatchProgress> run = Batch.of(desk.agent().build())
                .time(time, time)
                .onProgress(told::add)
                .prompts(List.of("a", "b", "c"))
                .start(result -> {});
        desk.awaitSent(3);
        time.advance(Reporter.INTERVAL);
        desk.answer("a");
        Check.eventually("progress is told", () -> told.size() == 1);
        desk.answer("b");
        time.advance(Reporter.INTERVAL.minusNanos(1));
        desk.answer("c");
        run.join();
        assertEquals(2, told.size(), told::toString);
        assertEquals(1, told.get(0).done());
        assertEquals(3, told.get(1).done());
        assertEquals(3L, told.get(1).total());
    }

    @Test
    void listenerThatThrows_harmsNobody() {
        BatchProgress end = Batch.of(Desk.on(FunctionProvider.echo()).build())
                .onProgress(progress -> {
                    told.add(progress);
                    throw new IllegalStateException("no terminal");
                })
                .prompts(List.of("a", "b"))
                .start(result -> {})
                .join();
        assertEquals(2, end.done());
        assertTrue(told.size() >= 1);
    }
}
