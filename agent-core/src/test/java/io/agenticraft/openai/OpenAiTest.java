package io.agenticraft.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.provider.Credential;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.ProviderSpec;
import io.agenticraft.provider.Timeouts;
import io.agenticraft.wire.Calls;
import io.agenticraft.wire.Replies;
import io.agenticraft.wire.WireServer;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiTest {
    private static final ModelRequest HELLO =
            ModelRequest.builder("m").messages(Message.user("Hello")).build();

    private final OpenAi openAi = new OpenAi();

    private ProviderSpec spec(Map<String, String> environment) {
        return openAi.fromEnvironment(environment::get);
    }

    private String problem(Map<String, String> environment) {
        return String.valueOf(assertThrows(IllegalStateException.class, () -> spec(environment))
                .getMessage());
    }

    @Test
    void key_isEnough() {
        ProviderSpec spec = spec(Map.of("OPENAI_API_KEY", " sk-1 "));

        assertEquals(URI.create("https://api.openai.com/v1"), spec.baseUrl());
        Credential credential = spec.credential();
        assertNotNull(credential);
        assertEquals("sk-1", credential.revealTo(spec.baseUrl()));
    }

    @Test
    void missingKey_namesTheVariable() {
        assertTrue(problem(Map.of()).contains("OPENAI_API_KEY"));
        assertTrue(problem(Map.of("OPENAI_API_KEY", "  ")).contains("OPENAI_API_KEY"));
        assertTrue(problem(Map.of("OPENAI_BASE_URL", "https://me.openai.azure.com/openai/v1"))
                .contains("OPENAI_API_KEY"));
    }

    @Test
    void otherHost_needsNoKey() {
        ProviderSpec spec = spec(Map.of("OPENAI_BASE_URL", "http://localhost:8000/v1"));

        assertEquals(URI.create("http://localhost:8000/v1"), spec.baseUrl());
        assertNull(spec.credential());
    }

    @Test
    void keyThatIsNone_isNotRepeated() {
        String problem = problem(Map.of("OPENAI_API_KEY", "sk-1\nsk-2"));

        assertTrue(problem.contains("OPENAI_API_KEY"), problem);
        assertFalse(problem.contains("sk-"), problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost:8000", "ftp://x.test", "/v1", "http://", "http://a b", "https://me:pw@x.test/v1"})
    void malformedUrl_namesTheVariableAndRepeatsNothing(String url) {
        String problem = problem(Map.of("OPENAI_API_KEY", "sk-1", "OPENAI_BASE_URL", url));

        assertTrue(problem.contains("OPENAI_BASE_URL"), problem);
        assertFalse(problem.contains("pw"), problem);
    }

    @Test
    void headersAndQuery_goWithEveryRequest() throws Exception {
        try (WireServer server = WireServer.start()) {
            URI url = server.url("/openai/deployments/d/?api-version=2024-12-01");
            ProviderSpec spec = new ProviderSpec(
                    "azure", url, null, Map.of("Api-Key", "k", "content-type", "x/y"), Timeouts.defaults(), 1000);
            try (ModelProvider provider = openAi.create(spec)) {
                server.reply(Replies.json("{\"choices\":[]}"));
                Calls.await(provider.complete(HELLO));

                assertEquals("azure", provider.name());
                assertEquals(url, provider.endpoint());
            }
            assertEquals(
                    "/openai/deployments/d/chat/completions?api-version=2024-12-01",
                    server.last().path());
            assertEquals("k", server.last().headers().get("api-key"));
            assertEquals("application/json", server.last().headers().get("content-type"));
            assertNull(server.last().headers().get("authorization"));
        }
    }

    @Test
    void credential_goesToItsOriginOnly() {
        ProviderSpec spec = new ProviderSpec(
                "openai",
                URI.create("https://other.test/v1"),
                Credential.of("sk-1", URI.create("https://api.openai.com/v1")),
                Map.of(),
                Timeouts.defaults(),
                1000);

        IllegalStateException e = assertThrows(IllegalStateException.class, () -> openAi.create(spec));
        assertFalse(e.toString().contains("sk-1"), e.toString());
    }
}
