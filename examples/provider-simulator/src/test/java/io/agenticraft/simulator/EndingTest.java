package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

final class EndingTest {

    private static final List<String> TEXT = Tokens.split("one two three four");

    private static Ending ending(int maxTokens, String... stops) {
        return Ending.of(TEXT, new Call.Limits(maxTokens, List.of(stops)));
    }

    @Test
    void noLimit_keepsAll() {
        Ending ending = ending(Integer.MAX_VALUE);
        assertEquals(TEXT, ending.tokens());
        assertEquals(Answer.Finish.END, ending.finish());
    }

    @Test
    void maxTokens_cut() {
        Ending ending = ending(2);
        assertEquals(List.of("one", " two"), ending.tokens());
        assertEquals(Answer.Finish.LENGTH, ending.finish());
    }

    @Test
    void earliestStop_winsAndIsNotPartOfTheText() {
        Ending ending = ending(Integer.MAX_VALUE, "four", " three", "missing", "");
        assertEquals("one two", String.join("", ending.tokens()));
        assertEquals(Answer.Finish.STOP_SEQUENCE, ending.finish());
        assertEquals(" three", ending.stop());
    }

    @Test
    void limitBeforeStop_isTheReason() {
        Ending ending = ending(1, "three");
        assertEquals(Answer.Finish.LENGTH, ending.finish());
        assertNull(ending.stop());
    }
}
