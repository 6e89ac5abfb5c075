package io.agenticraft.benchmark.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agenticraft.model.GenerationOptions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
    @Test
    void warmup_isShortClosedAndHasTheSameRequests() {
        Plan warmup = plan(List.of("a", "b")).forWarmup();
        assertEquals(List.of("a", "b"), warmup.prompts());
        assertEquals(5, warmup.requests());
        assertEquals(0, warmup.warmup());
        assertEquals(1, warmup.inFlight());
        assertNull(warmup.duration());
        assertEquals(123, warmup.pace().get().next(0, 123));
    }

    @Test
    void noPrompt_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> plan(List.of()));
    }

    private static Plan plan(List<String> prompts) {
        return new Plan(
                prompts,
                () -> Pace.evenly(10),
                64,
                Long.MAX_VALUE,
                Duration.ofSeconds(3),
                5,
                true,
                Duration.ofSeconds(1),
                GenerationOptions.none());
    }
}
