package io.agenticraft.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeepBudgetsTest {
    @Test
    void recipe_refusesWhatABudgetDoesNotCover() throws Exception {
        List<String> lines = Printed.by(new KeepBudgets());
        assertTrue(lines.get(0).matches("After [3-5] calls: tenants of acme"), lines.get(0));
        assertEquals(4, lines.size(), lines::toString);
        assertTrue(lines.get(1).matches("all null: 0\\.00[0-9]+ USD"), lines.get(1));
        assertTrue(lines.get(2).matches("tenants acme: 0\\.00[3-4][0-9]+ USD"), lines.get(2));
        assertTrue(lines.get(3).matches("tenants other: 0\\.001[0-9]+ USD"), lines.get(3));
    }

    @Test
    void readme_showsIt() throws Exception {
        Snippets.assertShown("Budgets", "KeepBudgets");
    }
}
