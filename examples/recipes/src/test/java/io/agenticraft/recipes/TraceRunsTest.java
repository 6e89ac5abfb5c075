package io.agenticraft.recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TraceRunsTest {
    @Test
    void recipe_showsAttemptsAndDecisions() throws Exception {
        assertEquals(
                List.of(
                        "A provider that fails once:",
                        "  chat simulate-error-500_times-1; error: server_error",
                        "  chat simulate-error-500_times-1; why: retry; output tokens: 3",
                        "  invoke_agent clerk; output tokens: 3; decided: agenticraft.retry",
                        "The same question again:",
                        "  invoke_agent clerk; output tokens: 0; decided: agenticraft.cache_hit",
                        "A provider that is out of quota:",
                        "  chat simulate-error-quota; error: insufficient_quota",
                        "  chat claude-haiku-4-5; why: fallback; output tokens: 3",
                        "  invoke_agent clerk; output tokens: 3; decided: agenticraft.fallback"),
                Printed.by(new TraceRuns()));
    }
}
