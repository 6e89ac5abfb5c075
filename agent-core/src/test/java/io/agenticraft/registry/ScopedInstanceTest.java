package io.agenticraft.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.policy.CallScope;
import io.agenticraft.policy.ScopedProvider;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.resilience.Failover;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.FakeFactory;
import io.agenticraft.testing.FunctionProvider;
import io.agenticraft.testing.ScriptedProvider;
import io.agenticraft.tool.Schema;
import io.agenticraft.tool.Tool;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Factories whose providers want to know on whose behalf they are called. */
class ScopedInstanceTest {
    private final List<String> tenants = new ArrayList<>();
    private final AtomicInteger decorated = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();

    private final class Noting extends ScopedProvider {
        Noting(ModelProvider next) {
            super(next);
        }

        @Override
        protected ModelProvider in(CallScope scope) {
            tenants.add(String.valueOf(scope.tenant()));
            return scope.bind(next());
        }
    }

    private FunctionProvider wire() {
        return FunctionProvider.of(request -> CompletableFuture.completedFuture(
                asked.getAndIncrement() % 2 == 0 ? Answers.calls(Answers.call("c", "t", "{}")) : Answers.text("ok")));
    }

    private ProviderRegistry.Builder builder() {
        return ProviderRegistry.builder()
                .environment(variable -> "sk-1")
                .baseUrl("noting", URI.create("https://noting.test"))
                .baseUrl("plain", URI.create("https://plain.test"))
                .factory(new FakeFactory("plain", spec -> new ScriptedProvider("plain")))
                .factory(new FakeFactory("noting", spec -> new Noting(wire())));
    }

    private RunOptions tenant(String name) {
        return RunOptions.defaults()
                .withTenant(name)
                .decorated(
                        (provider, scope) -> {
                            decorated.incrementAndGet();
                            return provider;
                        },
                        tool -> tool);
    }

    private static Tool tool() {
        return Tool.of("t", "does it", Schema.object(), arguments -> "done");
    }

    @Test
    void scopedInstance_hearsOfItsRunOnce() {
        Agent agent = Agent.builder()
                .registry(builder().build())
                .model("noting:m")
                .tool(tool())
                .build();
        assertEquals("ok", agent.run("go", tenant("acme")).text());
        assertEquals("ok", agent.run("go", tenant("other")).text());
        assertEquals(4, asked.get());
        assertEquals(List.of("acme", "other"), tenants);
        assertEquals(2, decorated.get(), "what it leads to is decorated, and not the handle besides");
    }

    @Test
    void scopedInstance_hearsOfItBehindARouterToo() {
        Agent agent = Agent.builder()
                .registry(builder().build())
                .model("noting:m")
                .tool(tool())
                .routing(Failover.builder().build())
                .build();
        assertEquals("ok", agent.run("go", tenant("acme")).text());
        assertEquals(List.of("acme"), tenants);
    }

    @Test
    void instanceBuiltAnewAmidARun_hearsOfItAgain() {
        ProviderRegistry registry = builder().maxInstances(1).build();
        Tool evicting = Tool.of("t", "does it", Schema.object(), arguments -> {
            registry.resolve("plain:a");
            registry.resolve("plain:b");
            return "done";
        });
        Agent agent = Agent.builder()
                .registry(registry)
                .model("noting:m")
                .tool(evicting)
                .build();
        assertEquals("ok", agent.run("go", tenant("acme")).text());
        assertEquals(List.of("acme", "acme"), tenants);
    }

    @Test
    void scopedInstanceCalledWithoutARun_actsForNobody() {
        Binding bound = builder().build().resolve("noting:m");
        bound.provider().complete(ModelRequest.builder("m").build()).join();
        assertEquals(List.of("null"), tenants);
    }
}
