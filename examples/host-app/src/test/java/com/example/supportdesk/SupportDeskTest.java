package com.example.supportdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.simulator.Simulator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SupportDeskTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
    private Simulator simulator;
    private ProviderRegistry providers;

    @BeforeEach
    void start() {
        simulator = ShopScript.start();
        providers = ProviderRegistry.builder()
                .environment(variable -> null)
                .key("openai", "sk-test")
                .baseUrl("openai", URI.create(simulator.baseUrl() + "/v1"))
                .build();
    }

    @AfterEach
    void stop() {
        providers.close();
        simulator.close();
    }

    @Test
    void question_isAnsweredByATool() {
        desk("gpt-4o-mini").answer("Where is my order 4711?");
        assertTrue(
                printed().contains("I looked it up. Order 4711: trail running shoes, delivered on Monday. ("),
                printed());
        assertTrue(printed().contains("model calls: 2, tool calls: 1"), printed());
    }

    @Test
    void orderThatIsNotThere_isTheToolsAnswer() {
        desk("gpt-4o-mini").answer("Where is my order 99?");
        assertTrue(printed().contains("There is no order 99"), printed());
    }

    @Test
    void typedAnswer_isPrintedWhole() {
        desk("gpt-4o-mini").answerTyping("May I return order 4711? I bought it 20 days ago.");
        assertTrue(
                printed()
                        .contains(
                                "Goods may be returned within 30 days for a full refund. Order 4711: trail running shoes, "),
                printed());
        assertTrue(printed().contains("model calls: 2, tool calls: 2"), printed());
    }

    @Test
    void modelThatIsGone_isAnApology() {
        desk("unknown-model").answer("Where is my order 4711?");
        assertEquals("""
                [desk] customer> Where is my order 4711?
                [desk] desk> Sorry, openai:unknown-model is not there (HTTP 404). A colleague will call you.
                """, printed());
    }

    @Test
    void providerWithoutKey_leavesTheDeskWhereItIs() {
        assertFalse(desk("gpt-4o-mini").moveTo("anthropic:claude-haiku-4-5"));
        assertTrue(printed().startsWith("[desk] stays at openai:gpt-4o-mini: "), printed());
        assertTrue(printed().contains("ANTHROPIC_API_KEY"), printed());
    }

    private SupportDesk desk(String model) {
        return SupportDesk.at(providers, "openai:" + model, out);
    }

    private String printed() {
        return written.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
