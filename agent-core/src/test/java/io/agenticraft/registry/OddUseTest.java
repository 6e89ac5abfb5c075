package io.agenticraft.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.ProviderFactory;
import io.agenticraft.provider.ProviderSpec;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.Check;
import io.agenticraft.testing.FakeFactory;
import io.agenticraft.testing.ScriptedProvider;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A registry in the hands of those who do what nobody should. */
class OddUseTest {
    private final Farm farm = new Farm();

    private static String problem(ProviderRegistry registry, String name) {
        return String.valueOf(assertThrows(RuntimeException.class, () -> registry.resolve(name))
                .getMessage());
    }

    @Test
    void evictionWithSixtyFourCallsInFlight_failsNoneAndClosesOnceAfterTheLast() {
        ProviderRegistry registry = farm.builder().maxInstances(1).build();
        Binding bound = registry.resolve("farm:m");
        List<CompletableFuture<ModelResponse>> calls = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            calls.add(Farm.call(bound));
        }
        Counted instance = farm.built.get(0);
        registry.resolve("farm:a");
        registry.resolve("farm:b");
        assertFalse(registry.keeps(bound));
        for (int i = 0; i < 64; i++) {
            assertEquals(0, instance.closed.get());
            instance.calls.get(i).complete(Answers.text("ok " + i));
            assertEquals("ok " + i, calls.get(i).join().message().text());
        }
        Check.eventually("it is closed", () -> instance.closed.get() == 1);
    }

    @Test
    void closeDuringABuild_closesWhatIsBuilt() throws Exception {
        CountDownLatch building = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        ProviderRegistry registry = ProviderRegistry.builder()
                .environment(variable -> null)
                .factory(new FakeFactory("slow", spec -> {
                    building.countDown();
                    Check.eventually("the gate opens", () -> gate.getCount() == 0);
                    return farm.factory.create(spec);
                }))
                .key("slow", "sk-1")
                .build();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<Binding> resolving = thread.submit(() -> registry.resolve("slow:m"));
        building.await();
        registry.close();
        gate.countDown();
        Binding bound = resolving.get();
        Check.eventually("it is closed", () -> farm.last().closed.get() == 1);
        assertTrue(Farm.call(bound).isCompletedExceptionally());
        Check.contains("closed", problem(registry, "slow:m"));
        thread.shutdown();
    }

    @Test
    void factoryThatMakesNothing_isNamed() {
        ProviderRegistry registry = ProviderRegistry.builder()
                .environment(variable -> null)
                .factory(new FakeFactory("void", spec -> nothing()))
                .key("void", "sk-1")
                .build();
        Check.contains("The factory of void made no provider", problem(registry, "void:m"));
    }

    @SuppressWarnings("NullAway")
    private static ScriptedProvider nothing() {
        return null;
    }

    @Test
    void factoryThatEndsInAnError_isTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        ProviderRegistry registry = ProviderRegistry.builder()
                .environment(variable -> null)
                .factory(new FakeFactory("broken", spec -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new NoClassDefFoundError("com/acme/Client");
                    }
                    return new ScriptedProvider("broken");
                }))
                .key("broken", "sk-1")
                .build();
        assertThrows(NoClassDefFoundError.class, () -> registry.resolve("broken:m"));
        assertEquals("broken:m", registry.resolve("broken:m").toString());
    }

    @Test
    void vaultThatFailsInWaysOfItsOwn_isAProviderThatIsNotSetUp() {
        ProviderRegistry registry = farm.builder()
                .spec("vault", "farm", () -> {
                    throw new UnsupportedOperationException();
                })
                .spec("empty", "farm", OddUseTest::noSpec)
                .build();
        Check.contains("Provider vault is not set up. UnsupportedOperationException", problem(registry, "vault:m"));
        for (String name : List.of("vault", "empty")) {
            ProviderInfo info = registry.providerInfo(name);
            assertFalse(info.configured());
            assertNotNull(info.missing());
        }
        assertTrue(registry.availableProviders().size() > 2);
    }

    @SuppressWarnings("NullAway")
    private static ProviderSpec noSpec() {
        return null;
    }

    @Test
    void namesWithWhiteSpaceAroundThem_areRefusedAndOddOnesKept() {
        ProviderRegistry registry = farm.builder().detectProviders(true).build();
        for (String name : List.of("farm:m\n", " farm:m", "farm: ", "farm:m\u2003", "gpt-4o\r\n")) {
            Check.contains("white space around it", problem(registry, name));
        }
        assertEquals("b:c", registry.resolve("farm:b:c").model());
        assertEquals("llama3.2:3b", registry.describe("ollama:llama3.2:3b").model());
        assertEquals(
                "modèle-\u6a21\u578b",
                registry.resolve("farm:modèle-\u6a21\u578b").model());
        Check.contains("Unknown provider \"FARM\"", problem(registry, "FARM:m"));
    }

    @Test
    void factoryWhoseNameCannotBeAskedFor_isRefused() {
        for (String name : List.of("a:b", "", " ", "a ", "a\n")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> ProviderRegistry.builder()
                            .factory(new FakeFactory(name, spec -> new ScriptedProvider(name))));
        }
    }

    @Test
    void factoryThatFailsToRecognise_hidesNobodyElse() {
        ProviderFactory rude = new ProviderFactory() {
            private final FakeFactory inner = new FakeFactory("rude", spec -> new ScriptedProvider("rude"));

            @Override
            public String name() {
                return inner.name();
            }

            @Override
            public ProviderSpec fromEnvironment(Environment environment) {
                return inner.fromEnvironment(environment);
            }

            @Override
            public boolean recognises(String model) {
                throw new IllegalStateException("rude");
            }

            @Override
            public ScriptedProvider create(ProviderSpec spec) {
                return new ScriptedProvider("rude");
            }
        };
        ProviderRegistry registry =
                farm.builder().factory(rude).detectProviders(true).build();
        assertEquals("openai:gpt-4o", registry.describe("gpt-4o").target());
    }

    @Test
    void urlsInOtherWords_areOneInstance() {
        ProviderSpec[] current = {ProviderSpec.of("farm", URI.create("http://[::1]:80/v1/"), "sk-1")};
        ProviderRegistry registry =
                farm.builder().spec("mine", "farm", () -> current[0]).build();
        Binding first = registry.resolve("mine:m").pinned();
        current[0] = ProviderSpec.of("farm", URI.create("HTTP://[::1]/./v1"), "sk-1");
        registry.refresh();
        assertEquals(first, registry.resolve("mine:m").pinned());
        assertThrows(
                IllegalArgumentException.class,
                () -> ProviderSpec.of("farm", URI.create("https://me:sk-2@one.test/v1"), "sk-1"));
    }
}
