package io.agenticraft.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WarmProvidersTest {
    @Test
    void recipe_tellsHowFarEachTargetGot() throws Exception {
        List<String> lines = Printed.by(new WarmProviders());

        assertEquals(
                List.of("openai:gpt-4o-mini VERIFIED", "anthropic:claude-haiku-4-5 VERIFIED"), lines.subList(0, 2));
        assertTrue(lines.get(2).startsWith("ollama:no-such-model CONNECTED: "), lines.get(2));
        assertTrue(lines.get(2).contains("NotFoundException"), lines.get(2));
        assertTrue(lines.get(3).startsWith("nobody:at-all NONE: "), lines.get(3));
        assertEquals("With a prompt: PREFILLED", lines.get(4));
        assertEquals("The agent is where it was: openai:gpt-4o-mini", lines.get(5));
    }

    @Test
    void readme_showsIt() throws Exception {
        Snippets.assertShown("Warming up", "WarmProviders");
    }
}
