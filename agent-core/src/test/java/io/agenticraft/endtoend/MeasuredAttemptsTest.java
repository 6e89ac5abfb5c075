package io.agenticraft.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.registry.Binding;
import io.agenticraft.resilience.Failover;
import io.agenticraft.selection.Chosen;
import io.agenticraft.selection.ModelProfiles;
import io.agenticraft.selection.ModelSelector;
import io.agenticraft.selection.Requirements;
import io.agenticraft.stats.CallStats;
import io.agenticraft.stats.SeriesStats;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.ScriptedProvider;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Choosing, failing over and measuring, in one agent. */
class MeasuredAttemptsTest {
    private final ScriptedProvider openAi = new ScriptedProvider("openai");
    private final ScriptedProvider anthropic = new ScriptedProvider("anthropic");
    private final ModelSelector selector = ModelSelector.builder()
            .profiles(ModelProfiles.builtIn().only(List.of("openai:gpt-4o", "anthropic:claude-haiku-4-5")))
            .exploration(0)
            .nanoClock(() -> 0)
            .build();
    private final CallStats stats = CallStats.builder().listener(selector).build();

    private Binding binding(String target) {
        String model = target.substring(target.indexOf(':') + 1);
        return new Binding(target.startsWith("openai:") ? openAi : anthropic, model);
    }

    private SeriesStats series(String provider, String model) {
        SeriesStats found = stats.snapshot().series(provider, model, "clerk");
        assertNotNull(found, stats.summary());
        return found;
    }

    @Test
    void eachAttempt_isMeasuredAtItsTarget_andTeachesTheSelector() {
        Chosen chosen = assertInstanceOf(Chosen.class, selector.select(Requirements.none()));
        assertEquals(List.of("anthropic:claude-haiku-4-5", "openai:gpt-4o"), chosen.targets());
        Agent agent = Agent.builder()
                .name("clerk")
                .model(binding(chosen.targets().get(0)))
                .routing(Failover.builder()
                        .retriesPerTarget(0)
                        .fallback(binding(chosen.targets().get(1)))
                        .build())
                .stats(stats)
                .build();
        for (int i = 0; i < 3; i++) {
            anthropic.thenFail(Answers.rateLimited());
            openAi.then(Answers.text("hello"));
            assertEquals("hello", agent.run("hi", RunOptions.defaults()).text());
        }

        assertEquals(
                Map.of("rate_limit", 3L),
                series("anthropic", "claude-haiku-4-5").errors());
        assertEquals(0, series("anthropic", "claude-haiku-4-5").latency().count());
        assertEquals(3, series("openai", "gpt-4o").succeeded());
        assertEquals(6, stats.snapshot().total().requests());
        Chosen next = assertInstanceOf(Chosen.class, selector.select(Requirements.none()));
        assertEquals("openai:gpt-4o", next.name(), next.explain());
    }
}
