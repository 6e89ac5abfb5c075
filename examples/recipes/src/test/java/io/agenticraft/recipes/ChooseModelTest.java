package io.agenticraft.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChooseModelTest {
    @Test
    void recipe_findsTheFasterOne_andRefusesTheImpossible() throws Exception {
        List<String> lines = Printed.by(new ChooseModel());

        assertEquals("anthropic:claude-haiku-4-5 has the best score", lines.get(0));
        assertTrue(lines.get(1).startsWith("  > anthropic:claude-haiku-4-5: score 0."), lines.get(1));
        assertTrue(lines.get(2).startsWith("    openai:gpt-4o-mini: score 0."), lines.get(2));
        assertEquals("No candidate keeps to all limits", lines.get(3));
        assertEquals("  - openai:gpt-4o-mini: quality 0.5 is below 0.99", lines.get(4));
        assertEquals("  - anthropic:claude-haiku-4-5: quality 0.7 is below 0.99", lines.get(5));
    }

    @Test
    void readme_showsIt() throws Exception {
        Snippets.assertShown("Choosing a model", "ChooseModel");
    }
}
