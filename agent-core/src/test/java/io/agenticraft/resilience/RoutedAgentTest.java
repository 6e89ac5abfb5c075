package io.agenticraft.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.AgentBuilder;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.agent.RunResult;
import io.agenticraft.agent.RunTimeoutException;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.policy.Attempt;
import io.agenticraft.policy.Attempt.Reason;
import io.agenticraft.policy.CallScope;
import io.agenticraft.policy.ModelPolicy;
import io.agenticraft.policy.ScopedProvider;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.ServerException;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.Check;
import io.agenticraft.tool.Schema;
import io.agenticraft.tool.Tool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RoutedAgentTest {
    private static final Tool WEATHER = Tool.of(
            "weather",
            "tells the weather",
            Schema.object().string("city", "the city").required(),
            arguments -> "sunny");

    private final Bench bench = new Bench();

    private AgentBuilder agent(FailoverBuilder failover) {
        return Agent.builder().model(Bench.at(bench.a)).tool(WEATHER).routing(failover.build());
    }

    private RunOptions observed() {
        return RunOptions.defaults().observed(bench.events::add);
    }

    @Test
    void runThatFellBackOnItsFirstTurn_staysThere() {
        bench.a.thenFail(Fails.quota());
        bench.b
                .then(Answers.calls(Answers.call("c1", "weather", "{\"city\":\"Graz\"}")))
                .then(Answers.calls(Answers.call("c2", "weather", "{\"city\":\"Wien\"}")))
                .then(Answers.text("sunny both"));
        RunResult result = agent(bench.toB()).build().run("How is the weather?", observed());
        assertEquals("sunny both", result.text());
        assertEquals(List.of("AttemptFailed", "FellBack"), bench.heard());
        assertEquals(1, bench.a.requests().size());
        assertEquals(3, bench.b.requests().size());
        assertTrue(
                bench.b.requests().stream().allMatch(request -> request.model().equals("model-b")));
        assertEquals(5, bench.b.requests().get(2).messages().size());
    }

    @Test
    void result_saysWhoAnswered() {
        bench.a.thenFail(Fails.quota());
        bench.b.then(Answers.text("b"));
        RunResult result = agent(bench.toB()).build().run("hi");
        assertEquals("a:model-a", result.requested());
        assertEquals("b", result.provider());
        assertEquals("model-1", result.model());
    }

    @Test
    void resultOfAModelThatDoesNotSayItsName_namesTheOneThatWasAsked() {
        bench.a.thenFail(Fails.quota());
        ModelResponse text = Answers.text("b");
        bench.b.then(
                new ModelResponse(null, null, text.message(), text.finishReason(), null, text.usage(), null, Map.of()));
        RunResult result = agent(bench.toB()).build().run("hi");
        assertEquals("b", result.provider());
        assertEquals("model-b", result.model());
    }

    @Test
    void nextRun_beginsAtThePrimaryTargetAgain() {
        bench.a.thenFail(Fails.quota()).then(Answers.text("a"));
        bench.b.then(Answers.text("b"));
        Agent agent = agent(bench.toB()).build();
        assertEquals("b", agent.run("1").text());
        assertEquals("a", agent.run("2").text());
    }

    @Test
    void switchedAgent_failsOverFromItsNewTarget() {
        bench.b.thenFail(Fails.quota());
        bench.a.then(Answers.text("a"));
        Agent agent = Agent.builder()
                .model(Bench.at(bench.b))
                .routing(bench.failover()
                        .fallback(Bench.at(bench.b))
                        .fallback(Bench.at(bench.a))
                        .build())
                .build();
        assertEquals("a", agent.run("hi").text());
    }

    @Test
    void policiesOfATarget_seeEveryAttempt() {
        bench.a.thenFail(Fails.quota());
        bench.b
                .then(Answers.calls(Answers.call("c1", "weather", "{\"city\":\"Graz\"}")))
                .then(Answers.text("sunny"));
        List<String> seen = new ArrayList<>();
        ModelPolicy stats = next -> new ScopedProvider(next) {
            @Override
            protected ModelProvider in(CallScope scope) {
                seen.add(name() + " " + scope.attempt());
                return scope.bind(next());
            }
        };
        agent(bench.toB()).stats(stats).build().run("hi");
        // The first attempts of later turns share what was bound for the first of them.
        assertEquals(
                List.of("a " + Attempt.first(), "b " + new Attempt(2, Reason.FALLBACK), "b " + Attempt.first()), seen);
    }

    /** What observers throw is not always an exception: a class may be missing. */
    @Test
    void observerThatFails_neitherHangsNorFailsTheRun() {
        bench.a.thenFail(Fails.quota());
        bench.b.then(Answers.text("b"));
        RunOptions broken = RunOptions.defaults().observed(event -> {
            throw new NoClassDefFoundError("gone");
        });
        Agent agent = agent(bench.toB()).timeout(Duration.ofSeconds(20)).build();
        assertEquals("b", agent.run("hi", broken.observed(bench.events::add)).text());
        assertEquals(List.of("AttemptFailed", "FellBack"), bench.heard());
    }

    @Test
    void budgetOfExtraAttempts_isTheWholeRuns() {
        String city = "{\"city\":\"Graz\"}";
        bench.a
                .thenFail(Fails.server())
                .then(Answers.calls(Answers.call("c1", "weather", city)))
                .thenFail(Fails.server())
                .then(Answers.calls(Answers.call("c2", "weather", city)))
                .thenFail(Fails.server())
                .then(Answers.text("too many"));
        Agent agent = agent(bench.failover()
                        .extraAttemptsPerRun(2)
                        .backoff(Duration.ZERO, Duration.ZERO)
                        .scheduler((task, delay) -> {
                            task.run();
                            return () -> {};
                        }))
                .build();
        assertThrows(ServerException.class, () -> agent.run("hi"));
        assertEquals(5, bench.a.requests().size());
    }

    @Test
    void cancelledRun_callsItsBackoffOff() {
        bench.a.thenFail(Fails.rateLimit(Duration.ofSeconds(20)));
        CompletableFuture<RunResult> run = agent(bench.failover()).build().runAsync("hi", observed());
        Check.eventually("a retry is scheduled", () -> bench.time.pending() == 1);
        assertTrue(run.cancel(true));
        Check.eventually("no timer is left", () -> bench.time.pending() == 0);
        assertEquals(1, bench.a.requests().size());
    }

    @Test
    void deadlineOfTheRun_endsHangingAttempts() {
        bench.a.thenHang();
        Agent agent = agent(bench.toB()).timeout(Duration.ofMillis(50)).build();
        assertThrows(RunTimeoutException.class, () -> agent.run("hi"));
        assertTrue(bench.a.calls().get(0).isCancelled());
        assertEquals(0, bench.b.requests().size());
    }
}
