package io.agenticraft.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agenticraft.policy.Attempt;
import io.agenticraft.policy.CallEvent;
import io.agenticraft.policy.CallScope;
import io.agenticraft.policy.ModelPolicy;
import io.agenticraft.policy.Routing;
import io.agenticraft.policy.ScopedProvider;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.ScriptedProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompositionTest {
    private final List<String> order = new ArrayList<>();
    private final ScriptedProvider wire = ScriptedProvider.answering(Answers.text("hello"));

    @Test
    void policies_standInTheStatedOrder() {
        Routing routing = (primary, atTarget) -> noting("routing").around(atTarget.apply(primary.provider()));
        Agent agent = Agents.on(wire)
                .stats(noting("stats"))
                .cache(noting("cache"))
                .budgets(noting("budgets"))
                .policy(noting("own"))
                .admission(noting("admission"))
                .routing(routing)
                .build();
        RunOptions options = RunOptions.defaults()
                .decorated(
                        (provider, scope) -> {
                            order.add("decorator");
                            return provider;
                        },
                        tool -> tool);
        assertEquals("hello", agent.run("hi", options).text());
        assertEquals(List.of("own", "cache", "routing", "admission", "budgets", "stats", "decorator"), order);
    }

    @Test
    void scope_saysOnWhoseBehalfTheRunIs() {
        List<CallScope> seen = new ArrayList<>();
        Agent agent = Agents.on(wire)
                .timeout(Duration.ofSeconds(7))
                .nanoClock(() -> 42)
                .policy(next -> new ScopedProvider(next) {
                    @Override
                    protected ModelProvider in(CallScope scope) {
                        seen.add(scope);
                        return scope.bind(next());
                    }
                })
                .build();
        agent.run("hi", RunOptions.defaults().withTenant("acme").withConversationId("c-1"));
        CallScope scope = seen.get(0);
        assertEquals("tester", scope.agent());
        assertEquals("acme", scope.tenant());
        assertEquals("c-1", scope.conversationId());
        assertEquals(Duration.ofSeconds(7), scope.remaining());
        assertEquals(Attempt.first(), scope.attempt());
    }

    @Test
    void observersOfARun_hearInTheOrderInWhichTheyCame() {
        CallEvent event = new CallEvent.TargetSkipped("a:b", "open");
        Agent agent = Agents.on(wire)
                .policy(next -> new ScopedProvider(next) {
                    @Override
                    protected ModelProvider in(CallScope scope) {
                        scope.tell(event);
                        return scope.bind(next());
                    }
                })
                .build();
        agent.run(
                "hi",
                RunOptions.defaults().observed(e -> order.add("first " + e)).observed(e -> order.add("second " + e)));
        assertEquals(List.of("first " + event, "second " + event), order);
    }

    private ModelPolicy noting(String name) {
        return next -> new ScopedProvider(next) {
            @Override
            protected ModelProvider in(CallScope scope) {
                order.add(name);
                return scope.bind(next());
            }
        };
    }
}
