package io.agenticraft.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.FinishReason;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.Role;
import io.agenticraft.model.Text;
import io.agenticraft.model.ToolResult;
import io.agenticraft.model.Usage;
import io.agenticraft.provider.RateLimitException;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.Check;
import io.agenticraft.testing.ScriptedProvider;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RunTest {
    @Test
    void plainAnswer_fillsTheResult() {
        ScriptedProvider provider = ScriptedProvider.answering(Answers.text("hello"));
        AtomicLong clock = new AtomicLong();
        Agent agent = Agents.on(provider)
                .nanoClock(() -> clock.getAndAdd(1_000))
                .instructions("be kind")
                .build();

        RunResult result = agent.run("hi");

        assertEquals("hello", result.text());
        assertEquals(List.of(Message.user("hi"), Message.assistant("hello")), result.messages());
        assertEquals(List.of(), result.toolCalls());
        assertEquals(Usage.of(10, 5), result.usage());
        assertEquals(1, result.turns());
        assertEquals("fake:model-0", result.requested());
        assertEquals("fake", result.provider());
        assertEquals("model-1", result.model());
        assertEquals(FinishReason.STOP, result.finishReason());
        assertEquals("resp-1", result.responseId());
        assertNull(result.timeToFirstToken());
        assertEquals(Duration.ofNanos(1_000), result.duration());
        assertEquals(
                List.of(Message.system("be kind"), Message.user("hi")),
                provider.requests().get(0).messages());
    }

    @Test
    void toolCall_isAnsweredAndTheModelAskedAgain() {
        ScriptedProvider provider = ScriptedProvider.answering(
                Answers.calls(Answers.call("c1", "weather", "{\"city\":\"Graz\"}")), Answers.text("It is sunny."));
        Agent agent = Agents.on(provider).tool(Agents.weather()).build();

        RunResult result = agent.run("weather?");

        assertEquals("It is sunny.", result.text());
        assertEquals(2, result.turns());
        assertEquals(Usage.of(20, 10), result.usage());
        assertEquals("c1", result.toolCalls().get(0).id());
        Message answered = provider.requests().get(1).messages().get(2);
        assertEquals(Message.tool(List.of(new ToolResult("c1", "weather", "sunny in Graz", false))), answered);
        assertEquals(
                List.of(Role.USER, Role.ASSISTANT, Role.TOOL, Role.ASSISTANT),
                result.messages().stream().map(Message::role).toList());
        assertEquals("weather", provider.requests().get(0).tools().get(0).name());
    }

    @Test
    void providerFailure_surfacesAsItIs() {
        RateLimitException failure = Answers.rateLimited();
        Agent agent = Agents.on(new ScriptedProvider("fake").thenFail(failure)).build();
        assertSame(failure, assertThrows(RateLimitException.class, () -> agent.run("hi")));
    }

    @Test
    void providerThatThrows_failsTheFuture() {
        Agent agent = Agents.on(new ScriptedProvider("fake").then(request -> {
                    throw new IllegalStateException("broken");
                }))
                .build();
        assertEquals(
                "broken",
                assertThrows(IllegalStateException.class, () -> agent.run("hi")).getMessage());
    }

    @Test
    void turnLimit_keepsTheMessagesAndCallsNoMoreTools() {
        ScriptedProvider provider = ScriptedProvider.answering(
                Answers.calls(Answers.call("c1", "weather", "{\"city\":\"Graz\"}")),
                Answers.calls(Answers.call("c2", "weather", "{\"city\":\"Linz\"}")));
        Agent agent = Agents.on(provider).tool(Agents.weather()).build();

        TurnLimitException failure = assertThrows(
                TurnLimitException.class,
                () -> agent.run("weather?", RunOptions.defaults().withMaxTurns(2)));

        assertEquals(4, failure.messages().size());
        assertEquals("c2", failure.messages().get(3).toolCalls().get(0).id());
        Check.contains("2 turns", failure.getMessage());
    }

    @Test
    void refusedAnswer_callsNoToolAndKeepsNoCall() {
        ScriptedProvider provider = ScriptedProvider.answering(Answers.of(
                FinishReason.CONTENT_FILTER, new Text("I "), Answers.call("c1", "weather", "{\"city\":\"Graz\"}")));
        RunResult result = Agents.on(provider).tool(Agents.weather()).build().run("weather?");
        assertEquals(List.of(Message.user("weather?"), Message.assistant("I ")), result.messages());
        assertEquals(FinishReason.CONTENT_FILTER, result.finishReason());
        assertTrue(result.toolCalls().isEmpty());
    }

    @Test
    void generationOptions_ofTheRunLieOverTheAgents() {
        ScriptedProvider provider = ScriptedProvider.answering(Answers.text("a"));
        Agent agent = Agents.on(provider)
                .generation(GenerationOptions.builder()
                        .maxTokens(100)
                        .temperature(0.5)
                        .build())
                .build();
        agent.run(
                "hi",
                RunOptions.defaults()
                        .with(GenerationOptions.builder().temperature(0.0).build()));
        GenerationOptions sent = provider.requests().get(0).options();
        assertEquals(100, sent.maxTokens());
        assertEquals(0.0, sent.temperature());
    }

    @Test
    void decorators_areAppliedForTheRunOnly() {
        ScriptedProvider inner = ScriptedProvider.answering(Answers.text("inner"));
        ScriptedProvider outer = ScriptedProvider.answering(Answers.text("outer"));
        Agent agent = Agents.on(inner).build();
        RunOptions decorated = RunOptions.defaults().decorated((provider, scope) -> outer, tool -> tool);
        assertEquals("outer", agent.run("hi", decorated).text());
        assertEquals("inner", agent.run("hi").text());
    }

    @Test
    void resultOfTheModelWithoutAName_namesTheOneAsked() {
        ScriptedProvider provider = new ScriptedProvider("fake");
        provider.then(new ModelResponse(
                null, null, Message.assistant("x"), FinishReason.STOP, null, Usage.unknown(), null, Map.of()));
        RunResult result = Agents.on(provider).build().run("hi");
        assertEquals("model-0", result.model());
        assertNull(result.responseId());
        assertFalse(result.duration().isNegative());
    }
}
