package io.agenticraft.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot work is refused at once, and secrets are shown nowhere. */
class ProviderSpecTest {
    private static final URI URL = URI.create("https://host.example/v1");

    private static ProviderSpec spec(URI url, Map<String, String> headers, long maxBytes) {
        return new ProviderSpec("p", url, null, headers, Timeouts.defaults(), maxBytes);
    }

    private static String refusal(URI url, Map<String, String> headers, long maxBytes) {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> spec(url, headers, maxBytes));
        assertFalse(refused.toString().contains("top-secret"), refused.toString());
        return String.valueOf(refused.getMessage());
    }

    @Test
    void userInUrl_isRefusedWithoutShowingIt() {
        assertTrue(refusal(URI.create("https://u:top-secret@host.example"), Map.of(), 1)
                .contains("user or password"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://host.example", "//host.example", "file:///tmp", "openai"})
    void otherSchemes_areRefused(String url) {
        assertTrue(refusal(URI.create(url), Map.of(), 1).contains("http or https"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"top-secret\nx: y", "top-secret\r", "top-secret\u0000", "top-secret\u20ac"})
    void headerValueThatWouldBreakTheRequest_isRefusedByName(String value) {
        assertTrue(refusal(URL, Map.of("x-key", value), 1).contains("x-key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:b", "a\n", "\u00e4"})
    void headerNameThatIsNone_isRefused(String name) {
        assertTrue(refusal(URL, Map.of(name, "top-secret"), 1).contains("header"));
    }

    @Test
    void boundThatLetsNothingThrough_isRefused() {
        assertTrue(refusal(URL, Map.of(), 0).contains("maxResponseBytes"));
    }

    @Test
    void toString_hidesHeadersCredentialAndQuery() {
        URI url = URI.create("https://Host.example/v1?key=top-secret");
        String text = new ProviderSpec(
                        "p",
                        url,
                        Credential.of("top-secret", url),
                        Map.of("x-key", "top-secret"),
                        Timeouts.defaults(),
                        1)
                .toString();

        assertFalse(text.contains("top-secret"), text);
        assertTrue(text.startsWith("ProviderSpec[p at https://host.example:443/v1, credential ***, headers [x-key]"));
    }

    @Test
    void usualHeaders_areKept() {
        Map<String, String> headers = Map.of("OpenAI-Organization", "org-1", "x_y", "a b\tc \u00e4");

        assertEquals(headers, spec(URL, headers, 1).headers());
    }
}
