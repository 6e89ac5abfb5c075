package io.agenticraft.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.agenticraft.testing.Answers;
import io.agenticraft.testing.ScriptedProvider;
import io.agenticraft.tool.Schema;
import io.agenticraft.tool.Tool;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ManyTurnsTest {
    private static final int TURNS = 3_000;

    /** Providers and tools that answer at once would otherwise nest each turn in the one before. */
    @Test
    void turnsAnsweredAtOnce_doNotGrowTheStack() {
        ScriptedProvider provider = new ScriptedProvider("fake");
        for (int turn = 1; turn < TURNS; turn++) {
            provider.then(Answers.calls(Answers.call("call-" + turn, "step", "{}")));
        }
        provider.then(Answers.text("done"));
        Agent agent = Agents.on(provider)
                .tool(Tool.async(
                        "step",
                        "goes on",
                        Schema.object(),
                        (arguments, executor) -> CompletableFuture.completedFuture("on")))
                .maxTurns(TURNS)
                .build();

        RunResult result = assertTimeoutPreemptively(Duration.ofMinutes(1), () -> agent.run("go"));

        assertEquals("done", result.text());
        assertEquals(TURNS, result.turns());
    }
}
