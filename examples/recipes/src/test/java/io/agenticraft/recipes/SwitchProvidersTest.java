package io.agenticraft.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SwitchProvidersTest {
    @Test
    void recipe_movesFromProviderToProvider() throws Exception {
        assertEquals(
                List.of(
                        "openai:gpt-4o-mini answered: You said: Who are you?",
                        "anthropic:claude-haiku-4-5 answered: You said: Who are you?",
                        "ollama:llama3.2 answered: You said: Who are you?",
                        "A failed switch changes nothing: still ollama:llama3.2"),
                Printed.by(new SwitchProviders()));
    }
}
