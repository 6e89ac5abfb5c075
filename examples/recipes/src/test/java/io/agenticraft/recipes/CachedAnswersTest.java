package io.agenticraft.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CachedAnswersTest {
    @Test
    void recipe_asksEqualQuestionsOnce() throws Exception {
        assertEquals(
                List.of(
                        "paid: It is 4. known: It is 4. for 0 tokens",
                        "calls: 4",
                        "known or joined: 8",
                        "sampled, and so not kept: 1"),
                Printed.by(new CachedAnswers()));
    }

    @Test
    void readme_showsIt() throws Exception {
        Snippets.assertShown("Known answers", "CachedAnswers");
    }
}
