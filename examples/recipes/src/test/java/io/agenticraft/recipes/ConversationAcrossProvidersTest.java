package io.agenticraft.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationAcrossProvidersTest {
    @Test
    void recipe_keepsOneConversationAtThreeProviders() throws Exception {
        String asItWas = "  was sent a result for the call that had none, that call as it was, and 0 thoughts";
        String renamed = "  was sent a result for the call that had none, that call under another identifier, and ";
        List<String> lines = Printed.by(new ConversationAcrossProviders());

        assertEquals(
                List.of(
                        "openai:gpt-4o-mini: It is sunny in Bern",
                        asItWas,
                        "anthropic:claude-haiku-4-5: It is sunny in Bern",
                        renamed + "0 thoughts",
                        "ollama:llama3.2: It is sunny in Bern",
                        asItWas,
                        "anthropic:claude-haiku-4-5: It is sunny in Bern",
                        renamed + "1 thoughts",
                        "the log itself still holds a call without its result",
                        "with a seed: It is sunny in Bern"),
                lines.subList(0, lines.size() - 1));
        String refused = lines.get(lines.size() - 1);
        assertTrue(
                refused.startsWith("and where it is meant: anthropic cannot be asked this: The option seed"), refused);
    }

    @Test
    void readme_showsTheRecipe() throws Exception {
        Snippets.assertShown("Conversations across providers", "ConversationAcrossProviders");
    }
}
