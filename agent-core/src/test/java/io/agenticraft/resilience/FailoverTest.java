package io.agenticraft.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.Reasoning;
import io.agenticraft.model.Role;
import io.agenticraft.model.Text;
import io.agenticraft.policy.Attempt;
import io.agenticraft.policy.Attempt.Reason;
import io.agenticraft.policy.CallEvent;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.ProviderException;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.Check;
import io.agenticraft.testing.ScriptedProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailoverTest {
    private final Bench bench = new Bench();

    @Test
    void failureThatAnotherTargetMayMend_fallsBackAtOnce() {
        bench.a.thenFail(Fails.quota());
        bench.b.then(Answers.text("from b"));
        assertEquals("from b", bench.text(bench.complete(bench.toB())));
        Attempt second = new Attempt(2, Reason.FALLBACK);
        assertEquals(new CallEvent.FellBack(second, "a:model-a", "b:model-b"), bench.events.get(1));
        assertEquals(0, bench.time.delays().size());
    }

    @Test
    void quota_isNeverRetriedAtTheSameTarget() {
        ProviderException failure = Fails.quota();
        bench.a.thenFail(failure);
        assertSame(failure, bench.failure(bench.complete(bench.failover())));
        assertEquals(1, bench.a.requests().size());
    }

    @Test
    void invalidRequest_isNeitherRetriedNorLedElsewhere() {
        ProviderException failure = Fails.invalid(400, "invalid_value");
        bench.a.thenFail(failure);
        assertSame(failure, bench.failure(bench.complete(bench.toB())));
        assertEquals(1, bench.a.requests().size());
        assertEquals(0, bench.b.requests().size());
    }

    @Test
    void retriesThatDoNotHelp_endInAFallback() {
        bench.a.thenFail(Fails.server()).thenFail(Fails.server()).thenFail(Fails.server());
        bench.b.then(Answers.text("from b"));
        assertEquals("from b", bench.text(bench.complete(bench.toB())));
        assertEquals(3, bench.a.requests().size());
    }

    @Test
    void timeout_goesElsewhereFirstAndIsRetriedOnlyWithoutAnother() {
        bench.a.thenFail(Fails.timeout());
        bench.b.thenFail(Fails.timeout()).then(Answers.text("from b"));
        assertEquals("from b", bench.text(bench.complete(bench.toB())));
        assertEquals(1, bench.a.requests().size());
        assertEquals(2, bench.b.requests().size());
    }

    @Test
    void fallback_isAskedForItsOwnModelInItsOwnTerms() {
        bench.a.thenFail(Fails.quota());
        bench.b.then(Answers.text("from b"));
        Message thought =
                new Message(Role.ASSISTANT, List.of(new Reasoning("hm", "a", "signature", null), new Text("Well.")));
        ModelRequest request = ModelRequest.builder("model-a")
                .messages(Message.user("hello"), thought, Message.user("and?"))
                .build();
        bench.text(bench.run(bench.toB().build()).complete(request));
        assertEquals(request, bench.a.requests().get(0));
        ModelRequest asked = bench.b.requests().get(0);
        assertEquals("model-b", asked.model());
        assertEquals(Message.assistant("Well."), asked.messages().get(1));
    }

    @Test
    void fallbackModelThatBreaksTheCallersLimits_isNotAsked() {
        ScriptedProvider c = new ScriptedProvider("c");
        c.then(Answers.text("from c"));
        bench.a.thenFail(Fails.overloaded());
        FailoverBuilder failover = bench.failover()
                .retriesPerTarget(0)
                .fallback(Bench.at(bench.b), Constraint.contextWindow(1))
                .fallback(Bench.at(c), Constraint.contextWindow(1_000));
        assertEquals("from c", bench.text(bench.complete(failover)));
        assertEquals(0, bench.b.requests().size());
        CallEvent.TargetSkipped skipped = (CallEvent.TargetSkipped) bench.events.get(1);
        assertEquals("b:model-b", skipped.target());
        Check.contains("tokens do not fit into its 1", skipped.why());
    }

    @Test
    void limitsOfAllFallbacks_holdForEach() {
        ProviderException failure = Fails.quota();
        bench.a.thenFail(failure);
        FailoverBuilder failover = bench.toB()
                .constraint((target, request) -> target.model().equals("model-b") ? "it costs too much" : null);
        assertSame(failure, bench.failure(bench.complete(failover)));
        assertEquals(new CallEvent.TargetSkipped("b:model-b", "it costs too much"), bench.events.get(1));
    }

    @Test
    void constraintThatThrows_leavesItsTargetOut() {
        ProviderException failure = Fails.quota();
        bench.a.thenFail(failure);
        FailoverBuilder failover = bench.failover().fallback(Bench.at(bench.b), (target, request) -> {
            throw new IllegalStateException("no price");
        });
        assertSame(failure, bench.failure(bench.complete(failover)));
        assertEquals(
                new CallEvent.TargetSkipped("b:model-b", "its constraint failed with IllegalStateException"),
                bench.events.get(1));
    }

    @Test
    void runThatChangesProviderBetweenToolCalls_doesNotHappen() {
        bench.a.thenFail(Fails.quota()).then(Answers.text("a again"));
        bench.b.then(Answers.text("1")).thenFail(Fails.server()).then(Answers.text("2"));
        ModelProvider run = bench.run(bench.toB().build());
        assertEquals("1", bench.text(run.complete(Bench.HELLO)));
        assertEquals("2", bench.text(run.complete(Bench.HELLO)));
        assertEquals(1, bench.a.requests().size());
        assertEquals(3, bench.b.requests().size());
    }

    @Test
    void runBoundToItsPrimaryTarget_isNotLedElsewhereLater() {
        ProviderException failure = Fails.quota();
        bench.a.then(Answers.text("1")).thenFail(failure);
        ModelProvider run = bench.run(bench.toB().build());
        assertEquals("1", bench.text(run.complete(Bench.HELLO)));
        assertSame(failure, bench.failure(run.complete(Bench.HELLO)));
        assertEquals(0, bench.b.requests().size());
    }

    @Test
    void primaryAmongTheFallbacks_isAskedOnce() {
        bench.a.thenFail(Fails.quota());
        bench.b.then(Answers.text("from b"));
        Failover failover = bench.failover()
                .fallback(Bench.at(bench.a))
                .fallback(Bench.at(bench.b))
                .build();
        assertEquals("from b", bench.text(bench.run(failover).complete(Bench.HELLO)));
        assertEquals(1, bench.a.requests().size());
    }

    @Test
    void routerAlone_isAProvider() {
        bench.a.thenFail(Fails.quota());
        bench.b.then(Answers.text("from b"));
        try (Router router = Router.of(Bench.at(bench.a), bench.toB().build())) {
            assertEquals("a", router.name());
            assertEquals("from b", bench.text(router.complete(Bench.HELLO)));
        }
        assertTrue(bench.a.isClosed() && bench.b.isClosed());
    }

    @Test
    void policiesOfATarget_areMadeOnceAndOnlyWhereItIsAsked() {
        List<ModelProvider> composed = new ArrayList<>();
        bench.a.thenFail(Fails.server()).then(Answers.text("1")).then(Answers.text("2"));
        ModelProvider run = bench.scope().bind(bench.toB().build().route(Bench.at(bench.a), wire -> {
            composed.add(wire);
            return wire;
        }));
        assertEquals("1", bench.text(run.complete(Bench.HELLO)));
        assertEquals("2", bench.text(run.complete(Bench.HELLO)));
        assertEquals(List.of(bench.a), composed);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void settingsOutOfRange_areRefusedWhenSet(int value) {
        assertThrows(IllegalArgumentException.class, () -> Failover.builder().attemptsPerCall(value));
        assertThrows(
                IllegalArgumentException.class, () -> Failover.builder().firstTokenTimeout(Duration.ofSeconds(value)));
        assertThrows(IllegalArgumentException.class, () -> Hedging.defaults().withMaxShare(value));
        assertThrows(
                IllegalArgumentException.class, () -> new CircuitBreaking(0.5, 10, 10, Duration.ofSeconds(value), 1));
    }
}
