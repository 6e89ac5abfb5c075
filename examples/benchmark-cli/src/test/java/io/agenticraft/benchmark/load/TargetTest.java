package io.agenticraft.benchmark.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
    @Test
    void model_mayHoldColons() {
        assertEquals(new Target("ollama", "llama3.2:3b"), Target.parse("ollama:llama3.2:3b"));
        assertEquals("ollama:llama3.2:3b", Target.parse("ollama:llama3.2:3b").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "openai", ":gpt", "openai:"})
    void otherForms_areRefused(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> Target.parse(text))
                .getMessage();
        assertNotNull(message);
        assertTrue(message.contains("provider:model"), message);
    }
}
