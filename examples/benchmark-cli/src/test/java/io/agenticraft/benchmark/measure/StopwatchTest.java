package io.agenticraft.benchmark.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class StopwatchTest {
    private static final long MILLI = 1_000_000;
    private static final long START = 77 * MILLI;

    @Test
    void latency_countsFromWhenARequestWasDue() {
        Stopwatch watch = new Stopwatch(START, START + 30 * MILLI);
        watch.end(START + 100 * MILLI);
        assertEquals(100 * MILLI, watch.latency());
        assertEquals(70 * MILLI, watch.service());
    }

    @Test
    void firstToken_countsFromWhenARequestWasDueToo() {
        Stopwatch watch = new Stopwatch(START, START + 30 * MILLI);
        watch.piece(START + 50 * MILLI);
        watch.piece(START + 90 * MILLI);
        watch.end(START + 91 * MILLI);
        assertEquals(50 * MILLI, watch.firstToken());
    }

    @Test
    void wholeAnswer_hasNoFirstTokenAndTheRateOfItsWholeTime() {
        Stopwatch watch = new Stopwatch(START, START);
        watch.end(START + 500 * MILLI);
        assertNull(watch.firstToken());
        assertEquals(40_000, watch.rate(20));
    }

    @Test
    void pieceByPiece_theRateIsThatAfterTheFirst() {
        Stopwatch watch = pieces(11, 10);
        // 11 pieces of one token: ten of them in 100 ms
        assertEquals(100_000, watch.rate(11));
    }

    @Test
    void piecesOfSeveralTokens_countAsManyEach() {
        Stopwatch watch = pieces(11, 10);
        // 33 tokens in 11 pieces: thirty of them in 100 ms
        assertEquals(300_000, watch.rate(33));
    }

    @Test
    void whatHasNoDuration_hasNoRate() {
        Stopwatch one = new Stopwatch(START, START);
        one.piece(START + MILLI);
        one.end(START + 2 * MILLI);
        assertNull(one.rate(1));
        assertNull(one.rate(50));
        Stopwatch silent = new Stopwatch(START, START);
        silent.end(START + MILLI);
        assertNull(silent.rate(0));
        Stopwatch instant = new Stopwatch(START, START);
        instant.end(START);
        assertNull(instant.rate(5));
    }

    @Test
    void gaps_areOneLessThanPieces() {
        Distribution gaps = Distribution.ofDurations();
        pieces(40, 3).gapsInto(gaps);
        assertEquals(39, gaps.count());
        assertEquals(3, gaps.atFraction(0), 0.003);
        assertEquals(3, gaps.atFraction(1), 0.003);
        Distribution none = Distribution.ofDurations();
        new Stopwatch(START, START).gapsInto(none);
        assertEquals(0, none.count());
    }

    private static Stopwatch pieces(int count, long everyMillis) {
        Stopwatch watch = new Stopwatch(START, START);
        for (int i = 1; i <= count; i++) {
            watch.piece(START + i * everyMillis * MILLI);
        }
        watch.end(START + (count + 1) * everyMillis * MILLI);
        return watch;
    }
}
