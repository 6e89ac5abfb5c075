package io.agenticraft.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.ProviderFactory;
import io.agenticraft.provider.ProviderSpec;
import io.agenticraft.testing.Check;
import io.agenticraft.testing.ScriptedProvider;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    private static ProviderRegistry.Builder builder() {
        return ProviderRegistry.builder()
                .environment(variable -> null)
                .key("openai", "sk-1")
                .key("anthropic", "sk-2");
    }

    private static final ProviderRegistry DETECTING =
            builder().detectProviders(true).build();

    private static String failure(ProviderRegistry registry, String name) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> registry.describe(name))
                .getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4o, openai",
        "gpt-4o-mini-2024-07-18, openai",
        "gpt-5.6-sol, openai",
        "gpt-3.5-turbo, openai",
        "o1, openai",
        "o1-mini, openai",
        "o3-pro, openai",
        "o4-mini-deep-research, openai",
        "chatgpt-4o-latest, openai",
        "ft:gpt-4o-mini:acme::abc, openai",
        "gpt-audio-mini, openai",
        "claude-3-5-haiku-latest, anthropic",
        "claude-sonnet-4-5, anthropic",
        "claude-opus-5, anthropic",
        "claude-2.1, anthropic",
        "gpt-4.1-nano-2025-04-14, openai",
        "ft:o4-mini-2025-04-16:acme::abc, openai",
        "llama3.2, ollama",
        "llama3.2:3b, ollama",
        "llama2, ollama",
        "qwen2.5-coder:7b-instruct-q4_0, ollama",
        "gpt-oss:20b, ollama",
        "gpt-oss, ollama",
        "deepseek-r1:1.5b, ollama",
        "mixtral:8x7b, ollama",
        "me/mine:latest, ollama",
        "hf.co/acme/tiny-gguf:Q4_K_M, ollama",
        "gemma3n:e4b, ollama",
        "phi4, ollama",
        "smollm:135m, ollama",
        "mistral:instruct, ollama",
        "gpt-oss:120b-cloud, ollama"
    })
    void namesOfToday_areDetected(String model, String provider) {
        Explanation explanation = DETECTING.describe(model);
        assertEquals(provider + ":" + model, explanation.target());
        assertEquals(Explanation.Via.DETECTED, explanation.via());
        Check.contains(model + " is recognised by " + provider + " alone", explanation.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gemini-2.5-pro",
                "grok-4",
                "mistral-large-latest",
                "llama-3.3-70b-versatile",
                "gpt-neox",
                "gpt-2",
                "gpt-oss-120b",
                "deepseek-chat",
                "opnai:gpt-4o",
                "oracle",
                "gpt-35-turbo",
                "gpt-4o:extended",
                "openai/gpt-4o",
                "o3:free",
                "o1.5",
                "deepseek-r1:free",
                "claude-3.5-sonnet",
                "claude-3-5-sonnet@20240620",
                "claude-sonnet-4-5:thinking",
                "anthropic.claude-3-5-sonnet-20240620-v1:0",
                "omni",
                "",
                " ",
                "openai:",
                ":",
                "claude",
                "o0"
            })
    void unknownNames_areNeverGuessed(String name) {
        Check.contains("providers are [anthropic, ollama, openai]", failure(DETECTING, name));
    }

    @Test
    void ambiguousName_listsWhatItCouldBe() {
        ProviderRegistry registry =
                builder().detectProviders(true).factory(new Bedrock()).build();
        String message = failure(registry, "claude-sonnet-4-5");
        Check.contains("ambiguous: it could be anthropic:claude-sonnet-4-5 or bedrock:claude-sonnet-4-5", message);
        assertEquals("bedrock:claude-x", registry.describe("bedrock:claude-x").target());
        assertEquals("openai:gpt-4o", registry.describe("gpt-4o").target());
    }

    @Test
    void withoutDetection_theFailureSaysWhatItCouldBe() {
        String message = failure(builder().build(), "gpt-4o");
        Check.contains("\"gpt-4o\" is not of the form provider:model", message);
        Check.contains("It could be openai:gpt-4o", message);
        Check.contains("detectProviders(true)", message);
        Check.contains("ollama:llama3.2:3b", failure(builder().build(), "llama3.2:3b"));
    }

    @Test
    void detectedName_resolves() {
        Binding binding = DETECTING.resolve("gpt-4o");
        assertEquals("openai:gpt-4o", binding.toString());
        assertEquals("llama3.2:3b", DETECTING.resolve("llama3.2:3b").model());
    }

    @Test
    void namedSpecs_areNotDetected() {
        ProviderRegistry registry = builder()
                .detectProviders(true)
                .spec("azure", ProviderSpec.of("openai", URI.create("https://a.test"), "sk-1"))
                .build();
        assertEquals("openai:gpt-4o", registry.describe("gpt-4o").target());
    }

    @Test
    void aliases_leadOnAndAreExplained() {
        ProviderRegistry registry = builder()
                .alias("fast", "cheap")
                .alias("cheap", "openai:gpt-4o-mini")
                .alias("local:best", "ollama:llama3.2:3b")
                .build();
        Explanation explanation = registry.describe("fast");
        assertEquals(
                "openai:gpt-4o-mini (fast is an alias of cheap; cheap is an alias of openai:gpt-4o-mini;"
                        + " openai:gpt-4o-mini names provider and model)",
                explanation.toString());
        assertEquals(Explanation.Via.ALIAS, explanation.via());
        assertEquals("openai:gpt-4o-mini", registry.resolve("fast").toString());
        assertEquals("llama3.2:3b", registry.describe("local:best").model());
        assertEquals(Explanation.Via.EXPLICIT, registry.describe("openai:x").via());
        Check.contains("aliases [", failure(registry, "slow"));
    }

    @Test
    void circleOfAliases_isRefusedAtOnce() {
        IllegalArgumentException failure = assertThrows(
                IllegalArgumentException.class,
                () -> builder().alias("a", "b").alias("b", "c").alias("c", "b").build());
        Check.contains("Aliases lead in a circle: ", failure.getMessage());
        Check.contains("b -> c -> b", failure.getMessage());
    }

    @Test
    void aliasThatLeadsNowhereOrHidesAProvider_isRefusedAtOnce() {
        for (String[] pair : new String[][] {
            {"fast", "gpt-4o"}, {"fast", "opnai:gpt-4o"}, {"openai:gpt-4", "openai:gpt-4o"}, {" ", "openai:gpt-4o"}
        }) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> builder().alias(pair[0], pair[1]).build());
        }
    }

    @Test
    void aliasOfABareName_isDetectedWhereThatIsOn() {
        ProviderRegistry registry =
                builder().detectProviders(true).alias("smart", "gpt-4o").build();
        assertEquals("openai:gpt-4o", registry.resolve("smart").toString());
    }

    private static final class Bedrock implements ProviderFactory {
        @Override
        public String name() {
            return "bedrock";
        }

        @Override
        public ProviderSpec fromEnvironment(Environment environment) {
            return ProviderSpec.of("bedrock", URI.create("https://bedrock.test"), null);
        }

        @Override
        public boolean recognises(String model) {
            return model.startsWith("claude-") || model.startsWith("nova-");
        }

        @Override
        public ModelProvider create(ProviderSpec spec) {
            return new ScriptedProvider("bedrock");
        }
    }
}
