package com.example.supportdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void emptyEnvironment_givesModelsThatProvidersHave() {
        assertEquals(
                new Settings("gpt-4o-mini", "unknown-model", "anthropic:claude-haiku-4-5"), Settings.from(Map.of()));
    }

    @Test
    void environment_names() {
        Map<String, String> environment =
                Map.of("OPENAI_MODEL", "a", "RETIRED_MODEL", "b", "SECOND_MODEL", "ollama:llama3.2");
        assertEquals(new Settings("a", "b", "ollama:llama3.2"), Settings.from(environment));
    }
}
