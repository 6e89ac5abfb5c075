package io.agenticraft.benchmark.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.agenticraft.benchmark.measure.Recording.Spent;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingTest {
    private static final long MILLI = 1_000_000;

    private final Recording recording = new Recording();

    @Test
    void answer_isSplitIntoItsParts() {
        Stopwatch watch = new Stopwatch(0, 5 * MILLI);
        watch.piece(25 * MILLI);
        watch.piece(35 * MILLI);
        watch.piece(55 * MILLI);
        watch.end(60 * MILLI);
        recording.answered(watch, new Spent(10L, 3L, 0.5));
        assertEquals(60, recording.latency().atFraction(1), 0.06);
        assertEquals(55, recording.service().atFraction(1), 0.06);
        assertEquals(25, recording.firstToken().atFraction(1), 0.03);
        assertEquals(2, recording.interToken().count());
        assertEquals(10, recording.interToken().atFraction(0), 0.01);
        assertEquals(20, recording.interToken().atFraction(1), 0.02);
        // two tokens in the 30 ms after the first
        assertEquals(66.7, recording.tokensPerSecond().atFraction(1), 0.1);
        assertEquals(10, recording.inputTokens());
        assertEquals(3, recording.outputTokens());
    }

    @Test
    void manyPieces_areAllKept() {
        Stopwatch watch = new Stopwatch(0, 0);
        for (int i = 1; i <= 1000; i++) {
            watch.piece(i * MILLI);
        }
        watch.end(1001 * MILLI);
        recording.answered(watch, new Spent(1L, 1000L, null));
        assertEquals(999, recording.interToken().count());
        assertEquals(1, recording.interToken().atFraction(1), 0.001);
    }

    @Test
    void seedMistake_firstTokenIsTheLatencyOfWhatDoesNotStream() {
        recording.answered(whole(100), new Spent(1L, 50L, null));
        assertEquals(0, recording.firstToken().count());
        assertEquals(0, recording.interToken().count());
        // then the rate is that of the whole answer
        assertEquals(500, recording.tokensPerSecond().atFraction(1), 0.5);
    }

    @Test
    void seedMistake_failuresAreMixedIntoLatencies() {
        recording.answered(whole(100), new Spent(1L, 1L, null));
        recording.failed("rate limit (429)", "slow down");
        recording.failed("rate limit (429)", "slow down, I say");
        recording.failed("connection", "nobody there");
        assertEquals(1, recording.latency().count());
        assertEquals(4, recording.requests());
        assertEquals(3, recording.errors());
        assertEquals(2, recording.errors("rate limit (429)"));
        assertEquals(0, recording.errors("quota exceeded (429)"));
        assertEquals(
                List.of("nobody there", "slow down"),
                recording.failures().values().stream()
                        .map(Recording.Failures::example)
                        .toList());
    }

    @Test
    void cost_isKnownIfThatOfEachAnswerIs() {
        assertNull(recording.usd());
        recording.answered(whole(1), new Spent(1L, 1L, 0.25));
        recording.answered(whole(1), new Spent(1L, 1L, 0.5));
        assertEquals(0.75, recording.usd());
        recording.answered(whole(1), new Spent(1L, 1L, null));
        assertNull(recording.usd());
    }

    @Test
    void tokens_mayBeUnknown() {
        recording.answered(whole(1), new Spent(null, null, null));
        assertEquals(1, recording.answers());
        assertEquals(0, recording.outputTokens());
        assertEquals(0, recording.tokensPerSecond().count());
    }

    private static Stopwatch whole(long millis) {
        Stopwatch watch = new Stopwatch(0, 0);
        watch.end(millis * MILLI);
        return watch;
    }
}
