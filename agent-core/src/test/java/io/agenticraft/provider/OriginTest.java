package io.agenticraft.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {
    @ParameterizedTest
    @CsvSource({
        "https://Host.example/v1, https://host.example:443",
        "http://host.example, http://host.example:80",
        "HTTP://host.example:8080/a?b, http://host.example:8080",
        "http://my_ollama:11434/api, http://my_ollama:11434",
        "https://my_host, https://my_host:443",
        "http://[::1]:11434, http://[::1]:11434"
    })
    void origin_isSchemeHostAndPort(String url, String origin) {
        assertEquals(origin, Origin.of(URI.create(url)).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://host.example",
                "/v1",
                "mailto:a@b",
                "http:///v1",
                "http://user:secret@my_host",
                "http://my_host:99999",
                "http://my_host:x"
            })
    void anythingElse_isRefused(String url) {
        assertThrows(IllegalArgumentException.class, () -> Origin.of(URI.create(url)));
    }

    @Test
    void credential_isBoundToAHostWithUnderscores() {
        Credential credential = Credential.of("sk-1", URI.create("http://my_ollama:11434/api"));

        assertEquals("sk-1", credential.revealTo(URI.create("http://my_ollama:11434/v1")));
        assertThrows(IllegalStateException.class, () -> credential.revealTo(URI.create("http://your_ollama:11434")));
    }
}
