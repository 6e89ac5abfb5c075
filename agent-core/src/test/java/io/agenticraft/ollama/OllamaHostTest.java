package io.agenticraft.ollama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OllamaHostTest {

    @ParameterizedTest
    @CsvSource({
        "'', http://127.0.0.1:11434",
        "box, http://box:11434",
        "box:8080, http://box:8080",
        ":8080, http://127.0.0.1:8080",
        "0.0.0.0, http://127.0.0.1:11434",
        "0.0.0.0:8080, http://127.0.0.1:8080",
        "10.0.0.7, http://10.0.0.7:11434",
        "http://box, http://box:80",
        "http://box:8080, http://box:8080",
        "http://0.0.0.0:11434, http://127.0.0.1:11434",
        "https://ollama.com, https://ollama.com:443",
        "https://box:8443/ollama, https://box:8443/ollama",
        "box/path/, http://box:11434/path/",
        "::1, http://[::1]:11434",
        "[::1], http://[::1]:11434",
        "[::1]:8080, http://[::1]:8080",
        "[::]:8080, http://[::1]:8080",
        "'\"box:8080\"', http://box:8080"
    })
    void host_isReadAsOllamaDoes(String value, String url) {
        assertEquals(URI.create(url), OllamaHost.parse(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"box:port", "ftp://box", "a b", "http://me:pw@box"})
    void malformedHost_namesTheVariable(String value) {
        IllegalStateException e = assertThrows(IllegalStateException.class, () -> OllamaHost.parse(value));

        assertTrue(e.toString().contains("OLLAMA_HOST"), e.toString());
    }

    @Test
    void environment_mayBeEmpty() {
        assertEquals(
                URI.create("http://127.0.0.1:11434"),
                new Ollama().fromEnvironment(Map.<String, String>of()::get).baseUrl());
    }
}
