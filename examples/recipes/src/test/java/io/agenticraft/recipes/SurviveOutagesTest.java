package io.agenticraft.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SurviveOutagesTest {
    @Test
    void recipe_answersByWhatHasFailed() throws Exception {
        assertEquals(
                List.of(
                        "Overloaded for a moment:",
                        "  openai:simulate-error-503_times-1 failed: OverloadedException 503",
                        "  openai:simulate-error-503_times-1 will be asked again",
                        "Here I am.",
                        "Out of quota, and the prompt is long:",
                        "  openai:simulate-error-quota failed: QuotaExceededException 429",
                        "  ollama:llama3.2 is left out: about 10002 tokens do not fit into its 8000",
                        "  fell back to anthropic:claude-haiku-4-5",
                        "Here I am.",
                        "A request that nobody would accept:",
                        "  openai:gpt-4o-mini failed: InvalidRequestException 400",
                        "400 is the caller's own, and 0 other attempts were made"),
                Printed.by(new SurviveOutages()));
    }

    @Test
    void readme_showsIt() throws Exception {
        Snippets.assertShown("Failover", "SurviveOutages");
    }
}
