package io.agenticraft.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunBatchTest {
    @Test
    void recipe_losesNothingToTheRateLimit() throws Exception {
        assertEquals(
                List.of(
                        "620 answers, 1 failed",
                        "Re: Question 6, (failed), Re: Question 8, ...",
                        "The provider lets 600 through in a minute and says so; the others waited"),
                Printed.by(new RunBatch()));
    }

    @Test
    void readme_showsIt() throws Exception {
        Snippets.assertShown("Batches", "RunBatch");
        Snippets.assertShown("Rate limits", "RunBatch");
    }
}
