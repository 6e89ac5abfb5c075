package io.agenticraft.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.ResponseFormat;
import io.agenticraft.model.ToolSpec;
import io.agenticraft.registry.Binding;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.Check;
import io.agenticraft.testing.FakeFactory;
import io.agenticraft.testing.ScriptedProvider;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class AgentBuilderTest {
    private final ScriptedProvider provider = ScriptedProvider.answering(Answers.text("a"));
    private final ProviderRegistry registry = ProviderRegistry.builder()
            .factory(new FakeFactory("acme", spec -> provider))
            .key("acme", "sk-1")
            .build();

    @Test
    void modelByName_isResolvedByTheRegistry() {
        Agent agent = Agent.builder().model("acme:m:1").registry(registry).build();
        assertSame(registry.resolve("acme:m:1"), agent.binding());
        assertEquals("a", agent.run("hi").text());
        assertEquals("m:1", provider.requests().get(0).model());
    }

    @Test
    void orderOfModelAndRegistry_doesNotMatter() {
        Agent agent = Agent.builder().registry(registry).model("acme:m").build();
        assertSame(registry.resolve("acme:m"), agent.binding());
    }

    @Test
    void lastModel_counts() {
        Binding binding = new Binding(provider, "other");
        assertEquals(
                binding,
                Agent.builder()
                        .registry(registry)
                        .model("acme:m")
                        .model(binding)
                        .build()
                        .binding());
        assertEquals(
                "m",
                Agent.builder()
                        .registry(registry)
                        .model(binding)
                        .model("acme:m")
                        .build()
                        .binding()
                        .model());
    }

    @Test
    void noModel_isExplained() {
        Check.contains(
                "Agent.builder().model(",
                assertThrows(IllegalStateException.class, () -> Agent.builder().build())
                        .getMessage());
    }

    @Test
    void unknownProvider_isToldWhenTheAgentIsBuilt() {
        AgentBuilder builder = Agent.builder().registry(registry).model("nobody:m");
        Check.contains(
                "acme",
                assertThrows(IllegalArgumentException.class, builder::build).getMessage());
    }

    @Test
    void twoToolsOfOneName_areRefused() {
        AgentBuilder builder = Agents.on(provider).tools(Agents.weather(), Agents.weather());
        Check.contains(
                "weather",
                assertThrows(IllegalArgumentException.class, builder::build).getMessage());
    }

    @Test
    void settings_describeTheAgent() {
        Executor executor = Runnable::run;
        GenerationOptions generation = GenerationOptions.builder().seed(1).build();
        Agent agent = Agents.on(provider)
                .name("desk")
                .description("helps")
                .generation(generation)
                .executor(executor)
                .build();
        assertEquals("desk", agent.name());
        assertEquals("helps", agent.description());
        assertEquals(generation, agent.generationOptions());
        assertSame(executor, agent.executor());
        assertNull(agent.memory());
        assertEquals("Agent[desk on fake:model-0]", agent.toString());
    }

    @Test
    void requests_carryToolsAndTheFormOfTheAnswer() {
        ResponseFormat format = ResponseFormat.jsonSchema("city", "{\"type\":\"object\"}");
        Agents.on(provider)
                .tools(List.of(Agents.weather()))
                .responseFormat(format)
                .build()
                .run("hi");
        assertEquals(format, provider.requests().get(0).responseFormat());
        assertEquals(
                List.of("weather"),
                provider.requests().get(0).tools().stream().map(ToolSpec::name).toList());
    }

    @Test
    void toolsAddedAfterwards_doNotReachTheAgent() {
        AgentBuilder builder = Agents.on(provider);
        Agent agent = builder.build();
        builder.tool(Agents.weather());
        agent.run("hi");
        assertEquals(List.of(), provider.requests().get(0).tools());
    }

    @Test
    void boundsThatNoRunCouldKeep_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> Agents.on(provider).maxTurns(0));
        assertThrows(IllegalArgumentException.class, () -> Agents.on(provider).timeout(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> RunOptions.defaults().withMaxTurns(0));
        assertThrows(IllegalArgumentException.class, () -> RunOptions.defaults().withTimeout(Duration.ofSeconds(-1)));
    }
}
