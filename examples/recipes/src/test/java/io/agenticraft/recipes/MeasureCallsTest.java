package io.agenticraft.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasureCallsTest {
    @Test
    void recipe_printsATableAndJson() throws Exception {
        List<String> lines = Printed.by(new MeasureCalls());

        assertEquals("Failed as told to: 500", lines.get(0));
        assertTrue(lines.get(1).startsWith("provider   model             agent  calls   ok %"), lines.get(1));
        assertTrue(lines.get(2).startsWith("openai     gpt-4o-mini       clerk     21   95.2"), lines.get(2));
        assertTrue(lines.get(3).startsWith("anthropic  claude-haiku-4-5  clerk      1  100.0"), lines.get(3));
        assertEquals("openai:gpt-4o-mini for clerk: server 1", lines.get(5));
        assertTrue(lines.get(6).matches("p95 [0-9.]+ ms, first token [0-9.]+ ms"), lines.get(6));
        assertTrue(lines.get(7).startsWith("{\"taken\":\"") && lines.get(7).endsWith("}"), lines.get(7));
    }

    @Test
    void readme_showsIt() throws Exception {
        Snippets.assertShown("Monitoring", "MeasureCalls");
    }
}
