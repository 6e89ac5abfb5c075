package io.agenticraft.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameProvidersTest {
    @Test
    void recipe_explainsNamesAndServesFromAnInstanceThatWasGivenUp() throws Exception {
        List<String> lines = Printed.by(new NameProviders());

        assertEquals(
                "openai:gpt-4o-mini (fast is an alias of openai:gpt-4o-mini; openai:gpt-4o-mini names provider and model)",
                lines.get(0));
        assertEquals("anthropic:claude-sonnet-4-5 (claude-sonnet-4-5 is recognised by anthropic alone)", lines.get(1));
        assertTrue(lines.get(2).startsWith("Unknown provider \"opnai\" in \"opnai:gpt-4o\""), lines.get(2));
        assertEquals("Here I am. On openai:gpt-4o-mini", lines.get(3));
        assertTrue(
                lines.get(4).startsWith("anthropic: The environment variable ANTHROPIC_API_KEY is not set"),
                lines.get(4));
        assertEquals(
                List.of("groq: configured", "ollama: configured", "openai: configured, healthy"), lines.subList(5, 8));
    }

    @Test
    void readme_showsIt() throws Exception {
        Snippets.assertShown("Switching providers", "NameProviders");
    }
}
