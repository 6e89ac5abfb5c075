package io.agenticraft.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agenticraft.agent.Agent;
import io.agenticraft.anthropic.Anthropic;
import io.agenticraft.ollama.Ollama;
import io.agenticraft.openai.OpenAi;
import io.agenticraft.provider.Credential;
import io.agenticraft.provider.ProviderException;
import io.agenticraft.provider.ProviderSpec;
import io.agenticraft.testing.Check;
import io.agenticraft.wire.Replies;
import io.agenticraft.wire.WireServer;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is said of a key that is refused, or that cannot be one, leads to the place where it was set. */
class KeySourceTest {
    private static final String REFUSED = "{\"error\":{\"message\":\"no\",\"code\":\"invalid_api_key\"}}";

    private final WireServer server = WireServer.start().always(Replies.response(401, Map.of(), REFUSED));
    private final Map<String, String> environment = new HashMap<>();

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private ProviderRegistry.Builder builder() {
        return ProviderRegistry.builder().environment(environment::get);
    }

    private static String problem(ProviderRegistry.Builder builder, String target) {
        try (ProviderRegistry registry = builder.build()) {
            Agent agent = Agent.builder().registry(registry).model(target).build();
            String message =
                    assertThrows(ProviderException.class, () -> agent.run("hi")).getMessage();
            Check.containsNot("sk-", message);
            return String.valueOf(message);
        }
    }

    @Test
    void keyOfTheEnvironment_isItsVariables() {
        environment.put("OPENAI_API_KEY", "sk-1");
        environment.put("OPENAI_BASE_URL", server.url("/v1").toString());
        Check.contains("Check OPENAI_API_KEY", problem(builder(), "openai:m"));
    }

    @Test
    void keyOfTheProgram_isItsOwn() {
        String problem = problem(builder().key("openai", "sk-1").baseUrl("openai", server.url("/v1")), "openai:m");
        Check.contains("Check the key that ProviderRegistry.builder().key(\"openai\", ...) was given", problem);
        Check.containsNot("OPENAI_API_KEY", problem);
    }

    @Test
    void keyOfASpecification_isThatSpecificationsWhateverItsInterface() {
        for (String like : List.of("openai", "anthropic", "ollama")) {
            String problem = problem(builder().spec("mine", ProviderSpec.of(like, server.url(""), "sk-1")), "mine:m");
            Check.contains("mine answered 401", problem);
            Check.contains("Check the key in the specification \"mine\"", problem);
            Check.containsNot("_API_KEY", problem);
        }
    }

    @Test
    void keyWhoseSourceWasTold_isThatSources() {
        URI url = server.url("/v1");
        ProviderSpec spec = ProviderSpec.of("openai", url, null)
                .withCredential(Credential.of("sk-1", url).from("vault:secret/groq"));
        Check.contains("Check vault:secret/groq", problem(builder().spec("groq", spec), "groq:m"));
    }

    @Test
    void noKey_isToldAsSuch() {
        environment.put("OPENAI_BASE_URL", server.url("/v1").toString());
        Check.contains("No key was sent: set OPENAI_API_KEY", problem(builder(), "openai:m"));
        ProviderSpec spec = ProviderSpec.of("openai", server.url("/v1"), null);
        Check.contains(
                "No key was sent: set a key in the specification \"groq\"",
                problem(builder().spec("groq", spec), "groq:m"));
        Check.contains(
                "Check the header Authorization in the specification \"groq\"",
                problem(builder().spec("groq", spec.withHeaders(Map.of("Authorization", "Bearer sk-2"))), "groq:m"));
    }

    @Test
    void addressOfASpecification_isThatSpecifications() {
        server.always(Replies.response(404, Map.of(), "{}"));
        for (String like : List.of("openai", "anthropic", "ollama")) {
            String problem = problem(builder().spec("mine", ProviderSpec.of(like, server.url(""), "sk-1")), "mine:m");
            Check.contains("the base URL in the specification \"mine\"", problem);
            Check.containsNot("_BASE_URL", problem);
            Check.containsNot("OLLAMA_HOST", problem);
        }
    }

    @Test
    void hostOfOpenAisKind_hasVariablesOfItsOwn() {
        environment.put("GROQ_API_KEY", "sk-1");
        environment.put("GROQ_BASE_URL", server.url("/openai/v1").toString());
        ProviderRegistry.Builder groq = builder().factory(OpenAi.compatible("groq", "https://api.groq.com/openai/v1"));
        Check.contains("Check GROQ_API_KEY", problem(groq, "groq:llama-3.3-70b-versatile"));
        assertEquals("/openai/v1/chat/completions", server.last().path());
        assertEquals("Bearer sk-1", server.last().headers().get("authorization"));
        environment.clear();
        ProviderInfo info = groq.build().providerInfo("groq");
        Check.contains("GROQ_API_KEY is not set", info.missing());
        assertThrows(IllegalArgumentException.class, () -> OpenAi.compatible("a:b", "https://a.test"));
        assertThrows(IllegalArgumentException.class, () -> OpenAi.compatible("a", "a.test"));
    }

    @Test
    void keysAsSettingsLeaveThem_areTrimmedOrRefusedWithTheirPlace() {
        for (var factory : List.of(new OpenAi(), new Anthropic(), new Ollama())) {
            String variable = factory.keyVariable();
            environment.put(variable, " sk-1\r\n");
            ProviderSpec spec = factory.fromEnvironment(environment::get);
            assertEquals("sk-1", Credentials.reveal(spec, spec.baseUrl().toString()));
            for (String bad :
                    List.of("\"sk-1\"", "'sk-1'", "sk-1\nsk-2", "sk-1\r\nx-evil: 1", "Bearer sk-1", "sk-\u00e4")) {
                environment.put(variable, bad);
                String problem = assertThrows(
                                IllegalStateException.class, () -> factory.fromEnvironment(environment::get))
                        .getMessage();
                Check.contains(variable, problem);
                Check.containsNot("sk-", problem);
                Check.containsNot("evil", problem);
            }
        }
    }

    @Test
    void keyOfTheProgramThatCannotBeOne_isNotBlamedOnTheEnvironmentAlone() {
        ProviderRegistry registry = builder().key("openai", "\"sk-1\"").build();
        String problem = assertThrows(IllegalStateException.class, () -> registry.resolve("openai:m"))
                .getMessage();
        Check.contains("quotes", problem);
        Check.contains(
                "In place of that variable stands the key that ProviderRegistry.builder().key(\"openai\", ...)",
                problem);
        assertThrows(
                IllegalArgumentException.class, () -> ProviderRegistry.builder().key("openai", " "));
        assertThrows(
                NullPointerException.class, () -> ProviderRegistry.builder().key("openai", nothing()));
    }

    /** What {@code System.getenv} gives for a variable that is not there. */
    @SuppressWarnings("NullAway")
    private static String nothing() {
        return null;
    }
}
