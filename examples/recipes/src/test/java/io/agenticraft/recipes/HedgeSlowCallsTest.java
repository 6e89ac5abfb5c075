package io.agenticraft.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HedgeSlowCallsTest {
    @Test
    void recipe_hedgesFewCalls() throws Exception {
        List<String> lines = Printed.by(new HedgeSlowCalls());
        assertEquals(3, lines.size());
        assertTrue(lines.get(0).matches("without: p99 \\d+ ms"), lines.get(0));
        assertTrue(lines.get(1).matches("hedged: {2}p99 \\d+ ms"), lines.get(1));
        Matcher counts = Pattern.compile("(\\d+) of 240 calls were hedged, (\\d+) hedges came first")
                .matcher(lines.get(2));
        assertTrue(counts.matches(), lines.get(2));
        int hedges = Integer.parseInt(counts.group(1));
        assertTrue(hedges > 0 && hedges <= 24, lines.get(2));
        assertTrue(Integer.parseInt(counts.group(2)) <= hedges, lines.get(2));
    }

    @Test
    void readme_showsIt() throws Exception {
        Snippets.assertShown("Hedging", "HedgeSlowCalls");
    }
}
