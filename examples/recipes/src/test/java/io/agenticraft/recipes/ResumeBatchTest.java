package io.agenticraft.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResumeBatchTest {
    @Test
    void recipe_asksForNothingTwice() throws Exception {
        assertEquals(
                List.of("Stopped with 15 of 40 answers on file", "Went on with 25 questions", "40 answers on file"),
                Printed.by(new ResumeBatch()));
    }

    @Test
    void readme_showsIt() throws Exception {
        Snippets.assertShown("Batches from files", "ResumeBatch");
    }
}
