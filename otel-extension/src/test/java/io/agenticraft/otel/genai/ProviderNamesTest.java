package io.agenticraft.otel.genai;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderNamesTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "openai, api.openai.com, openai",
                "fast, api.openai.com, openai",
                "openai, localhost, openai",
                "openai, api.groq.com, groq",
                "groq, api.groq.com, groq",
                "groq, gateway.example, groq",
                "mistral, api.mistral.ai, mistral_ai",
                "mistral, -, mistral_ai",
                "Mistral, gateway.example, mistral_ai",
                "xai, gateway.example, x_ai",
                "azure, gateway.example, azure.ai.openai",
                "openai, res.openai.azure.com, azure.ai.openai",
                "deepseek, API.DEEPSEEK.COM, deepseek",
                "perplexity, api.perplexity.ai, perplexity",
                "gemini, -, gcp.gemini",
                "ollama, localhost, ollama",
                "house-model, 10.0.0.7, house-model",
                "anthropic, notgroq.com, anthropic"
            })
    void name_isTheConventions(String name, String host, String expected) {
        assertEquals(expected, ProviderNames.of(name, host));
    }
}
