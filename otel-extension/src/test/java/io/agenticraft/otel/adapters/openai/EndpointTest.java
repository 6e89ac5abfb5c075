package io.agenticraft.otel.adapters.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTest {
    @ParameterizedTest
    @CsvSource({
        "https://api.openai.com/v1, openai",
        "https://eu.api.openai.com/v1, openai",
        "https://res.openai.azure.com, azure.ai.openai",
        "https://res.cognitiveservices.azure.com/openai, azure.ai.openai",
        "https://gateway.azure-api.net, azure.ai.openai",
        "https://res.services.ai.azure.com/openai/v1, azure.ai.openai",
        "https://api.groq.com/openai/v1, groq",
        "https://api.deepseek.com, deepseek",
        "https://api.mistral.ai/v1, mistral_ai",
        "https://api.x.ai/v1, x_ai",
        "https://api.perplexity.ai, perplexity",
        "https://api.moonshot.cn/v1, moonshot_ai",
        "https://generativelanguage.googleapis.com/v1beta/openai, gcp.gemini",
        "https://us-central1-aiplatform.googleapis.com/v1, gcp.vertex_ai",
        "https://bedrock-runtime.us-west-2.amazonaws.com/openai/v1, aws.bedrock",
        "https://ec2-1-2-3-4.compute.amazonaws.com/v1, openai",
        "https://notgroq.com/v1, openai",
        "http://localhost:11434/v1, openai",
    })
    void provider_isKnownByHost(String url, String provider) {
        assertEquals(provider, Endpoint.of(url, false).provider());
    }

    @Test
    void port_isThatOfTheAddressOrOfTheScheme() {
        assertEquals(new Endpoint("openai", "api.openai.com", 443), Endpoint.of("https://API.OpenAI.com/v1", false));
        assertEquals(new Endpoint("openai", "localhost", 8080), Endpoint.of("http://localhost:8080/v1", false));
        assertEquals(new Endpoint("openai", "localhost", 80), Endpoint.of("http://localhost/v1", false));
    }

    @Test
    void azureSettings_winOverTheHost() {
        assertEquals(
                new Endpoint("azure.ai.openai", "proxy.example.com", 443),
                Endpoint.of("https://proxy.example.com", true));
    }

    @Test
    void oddAddress_isAnUnknownEndpoint() {
        assertEquals(Endpoint.unknown(false), Endpoint.of("not an address", false));
        assertEquals(Endpoint.unknown(true), Endpoint.of("mailto:somebody", true));
    }
}
