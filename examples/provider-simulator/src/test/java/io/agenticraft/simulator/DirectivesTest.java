package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DirectivesTest {

    @Test
    void header_isReadInAnyOrderAndSpacing() {
        Directives directives = Directives.parse(
                " tokens=300 ;error=429; times=2;first-token=uniform:1ms..2ms;tps=50;text=Hi = there;reasoning",
                "gpt-4o");
        assertEquals(Fault.RATE_LIMITED, directives.fault());
        assertEquals(2, directives.times());
        assertEquals(300, directives.tokens(0));
        assertEquals("Hi = there", directives.text());
        assertEquals(Latency.fixed(Duration.ofMillis(20)), directives.betweenTokens(Latency.none()));
        assertEquals(
                Latency.uniform(Duration.ofMillis(1), Duration.ofMillis(2)), directives.firstToken(Latency.none()));
        assertTrue(directives.reasoning());
    }

    @Test
    void modelName_isReadToo() {
        Directives directives = Directives.parse(null, "simulate-error-cut_first-token-500ms_reasoning");
        assertEquals(Fault.CUT, directives.fault());
        assertEquals(Latency.fixed(Duration.ofMillis(500)), directives.firstToken(Latency.none()));
        assertTrue(directives.reasoning());
    }

    @Test
    void header_winsOverModelName() {
        assertEquals(
                Fault.CUT, Directives.parse("error=cut", "simulate-error-500").fault());
    }

    @Test
    void nothingAsked_leavesTheDefaults() {
        Directives directives = Directives.parse(null, "gpt-4o");
        assertSame(Directives.NONE, directives);
        assertNull(directives.fault());
        assertEquals(7, directives.tokens(7));
        assertEquals(7, directives.cached(7));
        assertEquals(Duration.ofSeconds(1), directives.retryAfter());
        assertSame(Latency.none(), directives.betweenTokens(Latency.none()));
    }

    @ParameterizedTest
    @EnumSource
    void everyFault_canBeAskedForByModelName(Fault fault) {
        assertEquals(
                fault, Directives.parse(null, "simulate-error-" + fault.label()).fault());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error=418",
                "error",
                "times=x",
                "tokens=many",
                "tokens=2000000000",
                "tokens=-1",
                "tps=0",
                "first-token=soon"
            })
    void badValue_isBadRequestThatNamesIt(String header) {
        Rejection rejection = assertThrows(Rejection.class, () -> readAll(Directives.parse(header, "gpt-4o")));
        assertEquals(Fault.BAD_REQUEST, rejection.fault());
        assertTrue(rejection.reason().contains(header.replaceAll("=.*", "")), rejection::reason);
    }

    private static void readAll(Directives directives) {
        assertNull(directives.fault());
        assertTrue(directives.times() > 0 && directives.tokens(1) > 0);
        assertSame(directives.firstToken(Latency.none()), directives.betweenTokens(Latency.none()));
    }

    @Test
    void unknownName_isBadRequest() {
        assertThrows(Rejection.class, () -> Directives.parse("speed=3", "gpt-4o"));
        assertThrows(Rejection.class, () -> Directives.parse(null, "simulate-nothing"));
    }
}
