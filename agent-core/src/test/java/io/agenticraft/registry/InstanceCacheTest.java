package io.agenticraft.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.provider.ProviderSpec;
import io.agenticraft.testing.Check;
import io.agenticraft.testing.FakeFactory;
import io.agenticraft.testing.ScriptedProvider;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class InstanceCacheTest {
    private final Farm farm = new Farm();

    @Test
    void fifoCalledLru_keepsTheOldestAsLongAsItIsUsed() {
        ProviderRegistry registry = farm.builder().maxInstances(3).build();
        registry.resolve("farm:oldest");
        for (int i = 0; i < 20; i++) {
            registry.resolve("farm:other" + i);
            registry.resolve("farm:oldest");
        }
        assertEquals(21, farm.built.size(), "the oldest was built again");
        assertEquals(0, farm.built.get(0).closed.get());
    }

    @Test
    void fifoCalledLru_callsCountAsUse() {
        ProviderRegistry registry = farm.builder().maxInstances(3).build();
        Binding bound = registry.resolve("farm:oldest");
        for (int i = 0; i < 20; i++) {
            registry.resolve("farm:other" + i);
            Farm.call(bound).cancel(true);
        }
        assertEquals(21, farm.built.size(), "the oldest was built again");
    }

    @Test
    void unboundedCaches_keepFiveInstancesAndAThousandNames() {
        ProviderRegistry registry = farm.builder().build();
        for (int i = 0; i < 3_000; i++) {
            registry.resolve("farm:m" + i);
        }
        Check.eventually("all but five are closed", () -> farm.open() == ProviderRegistry.DEFAULT_MAX_INSTANCES);
        assertTrue(registry.namesKnown() <= 1_000, "names known: " + registry.namesKnown());
        assertEquals(3_000, farm.built.size());
    }

    @Test
    void sixtyFourMisses_buildOnce() throws Exception {
        CountDownLatch start = new CountDownLatch(64);
        AtomicInteger built = new AtomicInteger();
        ProviderRegistry registry = ProviderRegistry.builder()
                .environment(variable -> null)
                .factory(new FakeFactory("slow", spec -> {
                    built.incrementAndGet();
                    Check.eventually("all have come", () -> start.getCount() == 0);
                    return new ScriptedProvider("slow");
                }))
                .key("slow", "sk-1")
                .build();
        List<Binding> seen = all64(() -> {
            start.countDown();
            return registry.resolve("slow:m");
        });
        assertEquals(1, built.get());
        assertEquals(64, seen.size());
        assertEquals(1, seen.stream().distinct().count());
    }

    @Test
    void failedBuild_failsAllWhoWaitedAndIsNotCached() throws Exception {
        CountDownLatch start = new CountDownLatch(64);
        AtomicInteger built = new AtomicInteger();
        ProviderRegistry registry = ProviderRegistry.builder()
                .environment(variable -> null)
                .factory(new FakeFactory("flaky", spec -> {
                    if (built.incrementAndGet() == 1) {
                        Check.eventually("all have come", () -> start.getCount() == 0);
                        throw new IllegalStateException("no sockets");
                    }
                    return new ScriptedProvider("flaky");
                }))
                .key("flaky", "sk-1")
                .build();
        all64(() -> {
            start.countDown();
            try {
                return registry.resolve("flaky:m").toString();
            } catch (IllegalStateException e) {
                return String.valueOf(e.getMessage());
            }
        });
        assertEquals("flaky:m", registry.resolve("flaky:m").toString());
        assertTrue(built.get() <= 3, "a failing build is shared, but there were " + built);
    }

    private static <T> List<T> all64(Supplier<T> task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(64);
        List<Future<T>> tasks = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            tasks.add(threads.submit(task::get));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> one : tasks) {
            results.add(one.get());
        }
        threads.shutdown();
        return results;
    }

    @Test
    void slowBuild_holdsUpNoOther() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        ProviderRegistry registry = farm.builder()
                .factory(new FakeFactory("slow", spec -> {
                    await(gate);
                    return new ScriptedProvider("slow");
                }))
                .key("slow", "sk-1")
                .build();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<Binding> slow = thread.submit(() -> registry.resolve("slow:m"));
        for (int i = 0; i < 200; i++) {
            registry.resolve("farm:m" + i);
        }
        gate.countDown();
        assertEquals("slow:m", slow.get().toString());
        thread.shutdown();
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void factoryThatNeedsItself_isAFailureAndNoDeadlock() {
        List<ProviderRegistry> self = new ArrayList<>();
        ProviderRegistry registry = ProviderRegistry.builder()
                .environment(variable -> null)
                .factory(new FakeFactory(
                        "snake", spec -> self.get(0).resolve("snake:m").provider()))
                .key("snake", "sk-1")
                .build();
        self.add(registry);
        IllegalStateException failure = assertThrows(IllegalStateException.class, () -> registry.resolve("snake:m"));
        Check.contains("needs the provider itself", failure.getMessage());
    }

    @Test
    void cacheKeysWithoutUrlKeyOptions_wouldMixTheseUp() {
        URI url = URI.create("https://one.test/v1");
        ProviderSpec plain = ProviderSpec.of("farm", url, "sk-1");
        List<ProviderSpec> different = List.of(
                plain,
                ProviderSpec.of("farm", url, "sk-2"),
                ProviderSpec.of("farm", url, null),
                ProviderSpec.of("farm", URI.create("https://one.test/v2"), "sk-1"),
                ProviderSpec.of("farm", URI.create("https://one.test/v1?tenant=a"), "sk-1"),
                ProviderSpec.of("farm", URI.create("http://one.test/v1"), "sk-1"),
                ProviderSpec.of("farm", URI.create("https://one.test:8443/v1"), "sk-1"),
                with(plain, Map.of("x-team", "a")),
                with(plain, Map.of("x-team", "b")),
                with(plain, Duration.ofSeconds(3)));
        ProviderSpec[] current = {plain};
        ProviderRegistry registry = farm.builder()
                .spec("mine", "farm", () -> current[0])
                .maxInstances(50)
                .build();
        List<Binding> bindings = new ArrayList<>();
        for (ProviderSpec spec : different) {
            current[0] = spec;
            registry.refresh();
            bindings.add(registry.resolve("mine:m").pinned());
        }
        assertEquals(different.size(), farm.built.size());
        assertEquals(different.size(), bindings.stream().distinct().count());
        assertEquals(different.size() + 1, built(registry, "mine:another-model"));
    }

    private int built(ProviderRegistry registry, String name) {
        registry.resolve(name);
        return farm.built.size();
    }

    private static ProviderSpec with(ProviderSpec spec, Map<String, String> headers) {
        return spec.withHeaders(headers);
    }

    private static ProviderSpec with(ProviderSpec spec, Duration total) {
        return spec.withTimeouts(spec.timeouts().withTotal(total));
    }

    @Test
    void sameUrlInOtherWords_isTheSameInstance() {
        ProviderSpec[] current = {ProviderSpec.of("farm", URI.create("https://One.test:443/v1/"), "sk-1")};
        ProviderRegistry registry =
                farm.builder().spec("mine", "farm", () -> current[0]).build();
        Binding before = registry.resolve("mine:m");
        Binding pinned = before.pinned();
        current[0] = ProviderSpec.of("farm", URI.create("https://one.test/v1"), "sk-1");
        registry.refresh();
        assertSame(before, registry.resolve("mine:m"));
        assertEquals(pinned, before.pinned());
        assertEquals(1, farm.built.size());
    }

    @Test
    void keyOfAnInstance_holdsNoSecret() {
        ProviderSpec spec = with(
                ProviderSpec.of("farm", URI.create("https://one.test/v1?sig=sk-query"), "sk-credential"),
                Map.of("x-key", "sk-header"));
        InstanceKey key = InstanceKey.of(spec, "m");
        assertEquals("farm:m at https://one.test:443/v1", key.toString());
        Check.containsNot("sk-", Specs.withoutSecrets(spec).headers().toString());
        Check.containsNot("sk-", Specs.withoutSecrets(spec).baseUrl().toString());
        Check.containsNot("sk-", Fingerprint.of("sk-credential"));
        assertEquals(32, Fingerprint.of("sk-credential").length());
        assertEquals(key, InstanceKey.of(spec, "m"));
    }
}
