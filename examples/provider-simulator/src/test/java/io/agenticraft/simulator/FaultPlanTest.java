package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FaultPlanTest {

    private static final int REQUESTS = 20_000;

    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void shares_areHeldOverManyRequests() {
        FaultPlan plan = new FaultPlan(Map.of(Fault.RATE_LIMITED, 0.2, Fault.CUT, 0.05));
        int limited = 0;
        int cut = 0;
        for (int i = 0; i < REQUESTS; i++) {
            Fault fault = plan.next(Directives.NONE, "", random);
            limited += fault == Fault.RATE_LIMITED ? 1 : 0;
            cut += fault == Fault.CUT ? 1 : 0;
        }
        assertEquals(0.2, limited / (double) REQUESTS, 0.02);
        assertEquals(0.05, cut / (double) REQUESTS, 0.01);
    }

    @Test
    void wholeShare_failsEveryRequest() {
        FaultPlan plan = new FaultPlan(Map.of(Fault.SERVER_ERROR, 1.0));
        for (int i = 0; i < 100; i++) {
            assertEquals(Fault.SERVER_ERROR, plan.next(Directives.NONE, "", random));
        }
    }

    @Test
    void directive_winsOverShares() {
        FaultPlan plan = new FaultPlan(Map.of(Fault.SERVER_ERROR, 1.0));
        assertEquals(Fault.CUT, plan.next(Directives.parse("error=cut", "m"), "", random));
    }

    @Test
    void times_areCountedPerRequestAndDirective() {
        FaultPlan plan = new FaultPlan(Map.of());
        Directives once = Directives.parse("error=500;times=1", "m");
        assertEquals(Fault.SERVER_ERROR, plan.next(once, "a", random));
        assertNull(plan.next(once, "a", random));
        assertNull(plan.next(once, "a", random), "once it passes it goes on passing");
        assertEquals(Fault.SERVER_ERROR, plan.next(once, "b", random));
        assertEquals(Fault.CUT, plan.next(Directives.parse("error=cut;times=1", "m"), "a", random));
    }

    @Test
    void nothingAsked_neverFails() {
        assertNull(new FaultPlan(Map.of()).next(Directives.NONE, "", random));
    }

    @ParameterizedTest
    @EnumSource
    void everyFault_hasAReasonAndItsLabelFindsIt(Fault fault) {
        Rejection rejection = FaultPlan.rejection(fault, Directives.NONE, "m");
        assertFalse(rejection.reason().isEmpty());
        assertEquals(fault, Fault.of(fault.label()));
        assertEquals(fault == Fault.NOT_FOUND ? "m" : null, rejection.subject());
        assertEquals(0, rejection.getStackTrace().length, "thrown for every failing request of a load test");
    }

    @Test
    void advice_isGivenOnlyWhereWaitingHelps() {
        Directives later = Directives.parse("retry-after=7s", "m");
        assertEquals(
                Duration.ofSeconds(7),
                FaultPlan.rejection(Fault.RATE_LIMITED, later, "m").retryAfter());
        assertEquals(
                Duration.ofSeconds(7),
                FaultPlan.rejection(Fault.OVERLOADED, later, "m").retryAfter());
        assertEquals(Duration.ZERO, FaultPlan.rejection(Fault.QUOTA, later, "m").retryAfter());
    }

    @Test
    void unknownLabel_listsTheKnownOnes() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Fault.of("teapot"));
        assertTrue(String.valueOf(e.getMessage()).contains("429, quota"), e::getMessage);
    }
}
