package io.agenticraft.anthropic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.ProviderSpec;
import io.agenticraft.wire.Calls;
import io.agenticraft.wire.Replies;
import io.agenticraft.wire.WireServer;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnthropicTest {
    private final Anthropic anthropic = new Anthropic();

    private ProviderSpec spec(Map<String, String> environment) {
        return anthropic.fromEnvironment(environment::get);
    }

    @Test
    void key_isEnough() {
        ProviderSpec spec = spec(Map.of("ANTHROPIC_API_KEY", "sk-ant-1"));

        assertEquals(URI.create("https://api.anthropic.com"), spec.baseUrl());
        assertEquals("anthropic", spec.provider());
    }

    @Test
    void missingKey_namesTheVariable() {
        IllegalStateException e = assertThrows(IllegalStateException.class, () -> spec(Map.of()));

        assertTrue(e.toString().contains("ANTHROPIC_API_KEY"), e.toString());
    }

    @Test
    void otherHost_needsNoKey() {
        assertNull(spec(Map.of("ANTHROPIC_BASE_URL", "http://localhost:9000")).credential());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/v1", "/v1/"})
    void baseUrl_comesWithOrWithoutTheVersion(String path) throws Exception {
        try (WireServer server = WireServer.start();
                ModelProvider provider = anthropic.create(Calls.spec("anthropic", server.url(path)))) {
            server.reply(Replies.json("{\"id\":\"m1\",\"content\":[]}"));
            Calls.await(provider.complete(
                    ModelRequest.builder("m").messages(Message.user("Hi")).build()));

            assertEquals("/v1/messages", server.last().path());
        }
    }
}
