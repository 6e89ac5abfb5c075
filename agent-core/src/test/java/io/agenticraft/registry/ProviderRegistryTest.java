package io.agenticraft.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.ProviderSpec;
import io.agenticraft.testing.Check;
import io.agenticraft.testing.FakeFactory;
import io.agenticraft.testing.ScriptedProvider;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProviderRegistryTest {
    private final FakeFactory acme = new FakeFactory("acme", spec -> new ScriptedProvider("acme"));
    private final FakeFactory other = new FakeFactory("other", spec -> new ScriptedProvider("other"));

    private ProviderRegistry.Builder builder() {
        return ProviderRegistry.builder()
                .environment(Map.of("ACME_API_KEY", "sk-acme")::get)
                .factory(acme)
                .factory(other);
    }

    private static String messageOf(Class<? extends Exception> type, ProviderRegistry registry, String name) {
        return String.valueOf(assertThrows(type, () -> registry.resolve(name)).getMessage());
    }

    @Test
    void name_isSplitAtTheFirstColonOnly() {
        Binding binding = builder().build().resolve("acme:llama3.2:3b");
        assertEquals("llama3.2:3b", binding.model());
        assertEquals("acme", binding.provider().name());
        assertEquals("acme:llama3.2:3b", binding.toString());
    }

    @Test
    void sameName_isBuiltOnce() {
        ProviderRegistry registry = builder().build();
        assertSame(registry.resolve("acme:a"), registry.resolve("acme:a"));
        assertEquals(1, acme.specs().size());
    }

    @Test
    void manyAtOnce_shareOneInstance() throws Exception {
        ProviderRegistry registry = builder().build();
        CountDownLatch start = new CountDownLatch(1);
        Set<ModelProvider> seen = ConcurrentHashMap.newKeySet();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<Future<?>> tasks = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            tasks.add(threads.submit(() -> {
                start.await();
                return seen.add(registry.resolve("acme:m").provider());
            }));
        }
        start.countDown();
        for (Future<?> task : tasks) {
            task.get();
        }
        threads.shutdown();
        assertEquals(1, seen.size());
        assertEquals(1, acme.specs().size());
    }

    @Test
    void malformedName_isExplained() {
        ProviderRegistry registry = builder().build();
        for (String name : new String[] {"", "gpt-4o", ":gpt-4o", "acme:", ":"}) {
            String message = messageOf(IllegalArgumentException.class, registry, name);
            Check.contains("\"" + name + "\" is not of the form provider:model", message);
            Check.contains("acme", message);
        }
    }

    @Test
    void unknownProvider_isToldWhichThereAre() {
        String message = messageOf(IllegalArgumentException.class, builder().build(), "opnai:gpt-4o");
        Check.contains("Unknown provider \"opnai\"", message);
        Check.contains("acme", message);
        Check.contains("other", message);
        Check.contains(".factory(", message);
    }

    @Test
    void missingKey_isNamedAndNotRemembered() {
        Map<String, String> environment = new ConcurrentHashMap<>();
        ProviderRegistry registry = ProviderRegistry.builder()
                .environment(environment::get)
                .factory(acme)
                .build();
        String message = messageOf(IllegalStateException.class, registry, "acme:m");
        Check.contains("ACME_API_KEY", message);
        Check.contains("ProviderRegistry.builder().key(\"acme\"", message);
        environment.put("ACME_API_KEY", "sk-late");
        assertEquals("acme", registry.resolve("acme:m").provider().name());
    }

    @Test
    void failedBuild_isTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        FakeFactory flaky = new FakeFactory("flaky", spec -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("no sockets");
            }
            return new ScriptedProvider("flaky");
        });
        ProviderRegistry registry =
                builder().factory(flaky).key("flaky", "sk-1").build();
        Check.contains("no sockets", messageOf(IllegalStateException.class, registry, "flaky:m"));
        assertEquals("flaky", registry.resolve("flaky:m").provider().name());
        assertEquals(2, tries.get());
    }

    @Test
    void builder_goesBeforeTheEnvironment() {
        builder()
                .key("acme", "sk-mine")
                .baseUrl("acme", URI.create("http://localhost:1/v2"))
                .build()
                .resolve("acme:m");
        ProviderSpec spec = acme.specs().get(0);
        assertEquals(URI.create("http://localhost:1/v2"), spec.baseUrl());
        assertEquals("sk-mine", Credentials.reveal(spec, "http://localhost:1/v2/chat"));
    }

    @Test
    void spec_isAnInstanceUnderItsOwnName() {
        ProviderSpec proxy = ProviderSpec.of("acme", URI.create("https://proxy.test"), "sk-proxy");
        ProviderRegistry registry = builder().spec("proxy", proxy).build();
        assertNotSame(
                registry.resolve("acme:m").provider(),
                registry.resolve("proxy:m").provider());
        assertEquals(proxy.baseUrl(), acme.specs().get(1).baseUrl());
        assertEquals(proxy.credential(), acme.specs().get(1).credential());
        assertTrue(registry.providers().containsAll(List.of("acme", "other", "proxy")));
    }

    @Test
    void settingOfAnUnknownProvider_isRefusedAtOnce() {
        ProviderSpec spec = ProviderSpec.of("nobody", URI.create("https://nobody.test"), "sk-1");
        assertThrows(
                IllegalArgumentException.class,
                () -> builder().key("nobody", "sk-1").build());
        assertThrows(
                IllegalArgumentException.class,
                () -> builder().spec("mine", spec).build());
        assertThrows(
                IllegalArgumentException.class,
                () -> builder().baseUrl("nobody", URI.create("https://x.test")).build());
    }

    @Test
    void close_closesAllInstancesAndEndsResolving() {
        List<ScriptedProvider> made = new ArrayList<>();
        FakeFactory broken = new FakeFactory("broken", spec -> new ClosingBadly());
        FakeFactory counted = new FakeFactory("counted", spec -> {
            made.add(new ScriptedProvider("counted"));
            return made.get(0);
        });
        ProviderRegistry registry = builder()
                .factory(broken)
                .factory(counted)
                .key("broken", "sk-1")
                .key("counted", "sk-2")
                .build();
        registry.resolve("broken:m");
        registry.resolve("counted:m");
        assertFalse(made.get(0).isClosed());
        assertThrows(IllegalStateException.class, registry::close);
        assertTrue(made.get(0).isClosed());
        Check.contains("closed", messageOf(IllegalStateException.class, registry, "counted:m"));
        registry.close();
    }

    private static final class ClosingBadly implements ModelProvider {
        private final ScriptedProvider inner = new ScriptedProvider("broken");

        @Override
        public String name() {
            return inner.name();
        }

        @Override
        public CompletableFuture<ModelResponse> complete(ModelRequest request) {
            return inner.complete(request);
        }

        @Override
        public CompletableFuture<ModelResponse> stream(ModelRequest request, EventSink sink) {
            return inner.stream(request, sink);
        }

        @Override
        public void close() {
            throw new IllegalStateException("stuck");
        }
    }

    @Test
    void specUnderANameThatCannotBeAskedFor_isRefused() {
        ProviderSpec spec = ProviderSpec.of("openai", URI.create("http://127.0.0.1:1"), null);

        for (String name : new String[] {"my:groq", "", " "}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> ProviderRegistry.builder().spec(name, spec));
        }
    }
}
