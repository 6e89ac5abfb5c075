package io.agenticraft.benchmark.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.agent.Agent;
import io.agenticraft.benchmark.measure.Recording;
import io.agenticraft.benchmark.measure.Stopwatch;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.pricing.Price;
import io.agenticraft.pricing.PriceTable;
import io.agenticraft.provider.RateLimitException;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.simulator.Simulator;
import io.agenticraft.simulator.SimulatorOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AgentSenderTest {
    private final Simulator simulator =
            Simulator.start(SimulatorOptions.builder().answerTokens(10).build());
    private final ProviderRegistry registry = ProviderRegistry.builder()
            .environment(variable -> null)
            .key("openai", "some-key")
            .baseUrl("openai", URI.create(simulator.baseUrl() + "/v1"))
            .build();

    @AfterEach
    void close() {
        registry.close();
        simulator.close();
    }

    @Test
    void prompt_isSentWithTheOptionsOfThePlan() throws Exception {
        Sender.Done done = send("gpt-4o-mini", false, PriceTable.empty(), 1);
        assertNull(done.failure());
        String body = simulator.requests().get(0).body();
        assertTrue(body.contains("\"Second prompt\""), body);
        assertTrue(body.contains("\"temperature\":0.25"), body);
        assertTrue(!body.contains("First prompt"), body);
        assertEquals(1, done.prompt());
    }

    @Test
    void streamedAnswer_comesInPieces() throws Exception {
        Sender.Done done = send("gpt-4o-mini", true, PriceTable.empty(), 0);
        Recording recording = record(done);
        assertEquals(1, recording.firstToken().count());
        // ten tokens are ten pieces: that it began to answer is none
        assertEquals(9, recording.interToken().count());
        assertEquals(10, recording.outputTokens());
    }

    @Test
    void wholeAnswer_hasNoPieces() throws Exception {
        Recording recording = record(send("gpt-4o-mini", false, PriceTable.empty(), 0));
        assertEquals(0, recording.firstToken().count());
        assertEquals(10, recording.outputTokens());
    }

    @Test
    void cost_isThatOfTheModelThatWasAsked() throws Exception {
        PriceTable prices = PriceTable.empty().with("openai", "gpt-4o-mini", Price.of(0, 100_000));
        Recording recording = record(send("gpt-4o-mini", true, prices, 0));
        assertEquals(1.0, recording.usd());
        assertNull(record(send("other", true, prices, 0)).usd());
    }

    @Test
    void failure_isHandedOnAsItIs() throws Exception {
        Sender.Done done = send("simulate-error-429", true, PriceTable.empty(), 0);
        assertInstanceOf(RateLimitException.class, done.failure());
        assertNull(done.spent());
    }

    private static Recording record(Sender.Done done) {
        assertNull(done.failure());
        assertNotNull(done.spent());
        Recording recording = new Recording();
        recording.answered(done.watch(), done.spent());
        return recording;
    }

    private Sender.Done send(String model, boolean streaming, PriceTable prices, int prompt) throws Exception {
        Plan plan = new Plan(
                List.of("First prompt", "Second prompt"),
                Pace::closed,
                1,
                1,
                null,
                0,
                streaming,
                Duration.ofSeconds(10),
                GenerationOptions.builder().temperature(0.25).build());
        Agent agent =
                Agent.builder().registry(registry).model("openai:" + model).build();
        CompletableFuture<Sender.Done> done = new CompletableFuture<>();
        long now = System.nanoTime();
        Runnable unused = new AgentSender(agent, plan, prices, System::nanoTime)
                .send(prompt, new Stopwatch(now, now), done::complete);
        return done.get(20, TimeUnit.SECONDS);
    }
}
