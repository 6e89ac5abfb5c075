package io.agenticraft.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agenticraft.provider.ProviderSpec;
import io.agenticraft.testing.Check;
import io.agenticraft.testing.FakeFactory;
import io.agenticraft.testing.ScriptedProvider;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A key that follows a switch to another vendor is the mistake that these tests are about. */
class CredentialOriginTest {
    private final FakeFactory one = new FakeFactory("one", spec -> new ScriptedProvider("one"));
    private final FakeFactory two = new FakeFactory("two", spec -> new ScriptedProvider("two"));

    private ProviderRegistry.Builder builder() {
        return ProviderRegistry.builder()
                .environment(Map.of("ONE_API_KEY", "sk-env-one", "TWO_API_KEY", "sk-env-two")::get)
                .factory(one)
                .factory(two);
    }

    @Test
    void eachInstance_holdsTheKeyOfItsOwnOrigin() {
        ProviderRegistry registry = builder().key("one", "sk-set-one").build();
        registry.resolve("one:m");
        registry.resolve("two:m");
        assertEquals("sk-set-one", Credentials.reveal(one.specs().get(0), "https://one.test/v1/chat"));
        assertEquals("sk-env-two", Credentials.reveal(two.specs().get(0), "https://two.test/v1/chat"));
    }

    @Test
    void key_isNotRevealedToAnotherOrigin() {
        builder().build().resolve("one:m");
        ProviderSpec spec = one.specs().get(0);
        for (String url : List.of(
                "https://two.test/v1",
                "http://one.test/v1",
                "https://one.test:8443/v1",
                "https://one.test.evil.test/v1",
                "https://one.test@evil.test/v1")) {
            IllegalStateException failure =
                    assertThrows(IllegalStateException.class, () -> Credentials.reveal(spec, url));
            Check.containsNot("sk-env-one", failure.getMessage());
        }
    }

    @Test
    void movedProvider_doesNotRevealItsKeyToTheOldOrigin() {
        builder().baseUrl("one", URI.create("https://proxy.test/v1")).build().resolve("one:m");
        ProviderSpec spec = one.specs().get(0);
        assertEquals("sk-env-one", Credentials.reveal(spec, "https://proxy.test/v1/chat"));
        assertThrows(IllegalStateException.class, () -> Credentials.reveal(spec, "https://one.test/v1/chat"));
    }

    @Test
    void randomSwitches_neverMixKeysAndOrigins() {
        Random random = new Random(42);
        ProviderRegistry registry = builder().build();
        for (int i = 0; i < 1_000; i++) {
            boolean first = random.nextBoolean();
            registry.resolve((first ? "one:" : "two:") + i);
        }
        assertEquals(1_000, one.specs().size() + two.specs().size());
        for (ProviderSpec spec : one.specs()) {
            assertEquals("sk-env-one", Credentials.reveal(spec, "https://one.test/v1/chat"));
            assertThrows(IllegalStateException.class, () -> Credentials.reveal(spec, "https://two.test/v1"));
        }
        for (ProviderSpec spec : two.specs()) {
            assertEquals("sk-env-two", Credentials.reveal(spec, "https://two.test/v1/chat"));
            assertThrows(IllegalStateException.class, () -> Credentials.reveal(spec, "https://one.test/v1"));
        }
    }

    @Test
    void nothingPrintable_holdsTheKey() {
        ProviderRegistry registry = builder().key("one", "sk-set-one").build();
        Binding binding = registry.resolve("one:m");
        Check.containsNot("sk-", registry.toString());
        Check.containsNot("sk-", binding.toString());
        Check.containsNot("sk-", one.specs().get(0).toString());
        Check.contains("***", one.specs().get(0).toString());
    }

    @Test
    void malformedKey_isReportedWithoutIt() {
        ProviderRegistry registry = builder().key("one", "sk-two words").build();
        IllegalStateException failure = assertThrows(IllegalStateException.class, () -> registry.resolve("one:m"));
        Check.contains("The credential for https://one.test:443", failure.getMessage());
        Check.containsNot("sk-two", failure.getMessage());
    }
}
