package io.agenticraft.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.AuthenticationException;
import io.agenticraft.provider.ErrorDetails;
import io.agenticraft.provider.ProviderSpec;
import io.agenticraft.testing.Answers;
import io.agenticraft.testing.FakeFactory;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Settings that change while names are bound: what runs that begin then, and those in flight, go by. */
class ChangedSettingsTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private final Farm farm = new Farm();
    private final AtomicLong nanos = new AtomicLong();
    private final Map<String, String> environment = new ConcurrentHashMap<>(Map.of("FARM_API_KEY", "sk-old"));
    private final ProviderRegistry registry = ProviderRegistry.builder()
            .environment(environment::get)
            .factory(farm.factory)
            .clocks(nanos::get, () -> NOON)
            .build();

    private static ErrorDetails details(int status, String message) {
        return new ErrorDetails("farm", message, status, null, null, null, null, false, null);
    }

    /** Calls a binding and gives the instance to which the call went. */
    private Counted calledAt(Binding binding) {
        int[] calls = farm.built.stream().mapToInt(one -> one.calls.size()).toArray();
        assertFalse(Farm.call(binding).isDone());
        for (int i = 0; i < farm.built.size(); i++) {
            if (farm.built.get(i).calls.size() > (i < calls.length ? calls[i] : 0)) {
                return farm.built.get(i);
            }
        }
        throw new AssertionError("No instance was called");
    }

    /** The instance's side of a call, wherever it goes. */
    private CompletableFuture<ModelResponse> called(Binding binding) {
        List<CompletableFuture<ModelResponse>> calls = calledAt(binding).calls;
        return calls.get(calls.size() - 1);
    }

    /** The key of the instance that a call goes to. */
    private String keyOfNextCall(Binding binding) {
        Counted instance = calledAt(binding);
        instance.calls.get(instance.calls.size() - 1).complete(Answers.text("ok"));
        return Credentials.reveal(instance.spec(), "https://farm.test/v1");
    }

    @Test
    void changedKey_isSeenByTheNextRunAfterARefresh() {
        Binding bound = registry.resolve("farm:m");
        Binding pinned = bound.pinned();
        environment.put("FARM_API_KEY", "sk-new");
        assertEquals("sk-old", keyOfNextCall(bound));
        registry.refresh();
        assertEquals("sk-new", keyOfNextCall(bound));
        assertEquals("sk-old", keyOfNextCall(pinned));
        assertSame(bound, registry.resolve("farm:m"));
        assertNotEquals(pinned, bound.pinned());
        registry.refresh();
        assertEquals("sk-new", keyOfNextCall(bound));
        assertEquals(2, farm.built.size());
    }

    @Test
    void changedKey_isSeenByTheNextResolveAfterARefresh() {
        Binding before = registry.resolve("farm:m").pinned();
        environment.put("FARM_API_KEY", "sk-new");
        assertEquals(before, registry.resolve("farm:m").pinned());
        registry.refresh();
        assertNotEquals(before, registry.resolve("farm:m").pinned());
        assertEquals("sk-new", Credentials.reveal(farm.factory.specs().get(1), "https://farm.test/v1"));
    }

    @Test
    void changedKey_isSeenAfterACallWasRefused() {
        Binding bound = registry.resolve("farm:m");
        environment.put("FARM_API_KEY", "sk-new");
        called(bound).completeExceptionally(new AuthenticationException(details(401, "no"), null));
        assertEquals("sk-new", keyOfNextCall(bound));
    }

    @Test
    void changedKey_isSeenWhenSettingsWereReadLongAgo() {
        Binding bound = registry.resolve("farm:m");
        environment.put("FARM_API_KEY", "sk-new");
        nanos.set(Duration.ofSeconds(60).toNanos());
        assertEquals("sk-old", keyOfNextCall(bound));
        nanos.set(Duration.ofSeconds(60).toNanos() + 1);
        assertEquals("sk-new", keyOfNextCall(bound));
    }

    @Test
    void settingsThatHoldForEver_areNotReadAgain() {
        ProviderRegistry constant = farm.builder()
                .clocks(nanos::get, () -> NOON)
                .rereadAfter(Duration.ofSeconds(Long.MAX_VALUE))
                .build();
        Binding bound = constant.resolve("farm:m");
        nanos.set(Long.MAX_VALUE - 1);
        called(bound).complete(Answers.text("ok"));
        assertEquals(bound.pinned(), bound.pinned());
    }

    @Test
    void newName_readsSettingsAtOnceAndMovesTheOthersToo() {
        Binding bound = registry.resolve("farm:m");
        environment.put("FARM_API_KEY", "sk-new");
        registry.resolve("farm:another");
        assertEquals("sk-new", keyOfNextCall(bound));
    }

    @Test
    void settingsThatAreGone_areToldAndLeaveRunsTheLastOnes() {
        Binding bound = registry.resolve("farm:m");
        environment.remove("FARM_API_KEY");
        registry.refresh();
        assertEquals("sk-old", keyOfNextCall(bound));
        assertThrows(IllegalStateException.class, () -> registry.resolve("farm:m"));
        assertFalse(registry.providerInfo("farm").configured());
        environment.put("FARM_API_KEY", "sk-new");
        nanos.set(Duration.ofSeconds(2).toNanos());
        assertEquals("sk-new", keyOfNextCall(bound));
    }

    @Test
    void settingsThatCannotBeRead_areNotAskedForByEachRun() {
        AtomicInteger reads = new AtomicInteger();
        ProviderRegistry vault = farm.builder()
                .clocks(nanos::get, () -> NOON)
                .spec("vault", "farm", () -> {
                    if (reads.incrementAndGet() > 1) {
                        throw new IllegalArgumentException("sealed");
                    }
                    return ProviderSpec.of("farm", URI.create("https://farm.test/v1"), "sk-1");
                })
                .build();
        Binding bound = vault.resolve("vault:m");
        vault.refresh();
        for (int i = 0; i < 5; i++) {
            called(bound).complete(Answers.text("ok"));
        }
        assertEquals(2, reads.get());
        vault.refresh();
        called(bound).complete(Answers.text("ok"));
        assertEquals(3, reads.get());
        nanos.set(Duration.ofMillis(1_001).toNanos());
        called(bound).complete(Answers.text("ok"));
        assertEquals(4, reads.get());
    }

    @Test
    void refreshWhileSettingsAreRead_isNotLost() {
        Runnable[] amid = {() -> {}};
        AtomicReference<String> key = new AtomicReference<>("sk-old");
        ProviderRegistry vault = farm.builder()
                .spec("vault", "farm", () -> {
                    ProviderSpec read = ProviderSpec.of("farm", URI.create("https://farm.test/v1"), key.get());
                    amid[0].run();
                    return read;
                })
                .build();
        amid[0] = () -> {
            key.set("sk-new");
            vault.refresh();
        };
        Binding bound = vault.resolve("vault:m");
        amid[0] = () -> {};
        assertEquals("sk-new", keyOfNextCall(bound));
    }

    @Test
    void settingsThatMakeNoProvider_leaveRunsTheLastOnes() {
        AtomicReference<String> key = new AtomicReference<>("sk-old");
        ProviderRegistry picky = ProviderRegistry.builder()
                .environment(variable -> key.get())
                .factory(new FakeFactory("farm", spec -> {
                    if (Credentials.reveal(spec, "https://farm.test").equals("sk-bad")) {
                        throw new IllegalArgumentException("no such key");
                    }
                    return farm.factory.create(spec);
                }))
                .baseUrl("farm", URI.create("https://farm.test/v1"))
                .build();
        Binding bound = picky.resolve("farm:m");
        key.set("sk-bad");
        picky.refresh();
        assertEquals("sk-old", keyOfNextCall(bound));
        assertThrows(IllegalArgumentException.class, () -> picky.resolve("farm:m"));
        key.set("sk-good");
        picky.refresh();
        assertEquals("sk-good", keyOfNextCall(bound));
    }

    @Test
    void endUnderFormerSettings_saysNothingOfTheseAndDoubtsThemNot() {
        Binding bound = registry.resolve("farm:m");
        CompletableFuture<ModelResponse> late = called(bound);
        environment.put("FARM_API_KEY", "sk-new");
        registry.refresh();
        called(bound).complete(Answers.text("ok"));
        late.completeExceptionally(new AuthenticationException(details(401, "revoked"), null));
        assertEquals(new Health(true, NOON, null), registry.providerInfo("farm").health());
    }

    @Test
    void healthOfARefusedKey_goesWithIt() {
        Binding bound = registry.resolve("farm:m");
        called(bound).completeExceptionally(new AuthenticationException(details(401, "no"), null));
        assertNotNull(registry.providerInfo("farm").health());
        environment.put("FARM_API_KEY", "sk-new");
        assertFalse(Farm.call(bound).isDone());
        assertNull(registry.providerInfo("farm").health());
    }
}
