package io.agenticraft.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.openai.OpenAi;
import io.agenticraft.provider.HttpProxy;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentProxyTest {
    private static @Nullable HttpProxy of(String url, String... variables) {
        Map<String, String> environment = new java.util.HashMap<>();
        for (int i = 0; i < variables.length; i += 2) {
            environment.put(variables[i], variables[i + 1]);
        }
        return EnvironmentProxy.of(environment::get, URI.create(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://proxy.test:3128", "proxy.test:3128", "http://proxy.test:3128/", " proxy.test:3128 "})
    void proxy_isReadInTheUsualForms(String value) {
        assertEquals(HttpProxy.of("proxy.test", 3128), of("https://api.openai.com/v1", "HTTPS_PROXY", value));
    }

    @Test
    void login_isRead() {
        assertEquals(
                new HttpProxy("proxy.test", 80, "me", "p:w"),
                of("https://api.openai.com", "https_proxy", "http://me:p:w@proxy.test"));
    }

    @Test
    void scheme_choosesTheVariable() {
        String[] both = {"HTTPS_PROXY", "one.test:1", "HTTP_PROXY", "two.test:2"};
        assertEquals(HttpProxy.of("one.test", 1), of("https://a.test", both));
        assertEquals(HttpProxy.of("two.test", 2), of("http://a.test", both));
        assertNull(of("http://a.test", "HTTPS_PROXY", "one.test:1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "api.openai.com|true",
                "openai.com|true",
                ".openai.com|true",
                "*.openai.com|true",
                "API.OpenAI.com:443|true",
                "a.test, api.openai.com|true",
                "*|true",
                "ai.com|false",
                "api.openai.com:8443|false",
                "eu.api.openai.com|false",
                "''|false"
            })
    void excludedHosts_areCalledDirectly(String excluded, boolean direct) {
        HttpProxy proxy = of("https://api.openai.com/v1", "HTTPS_PROXY", "proxy.test:1", "NO_PROXY", excluded);

        assertEquals(direct, proxy == null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:11434", "http://127.0.0.1:11434", "http://[::1]:1", "http://a.localhost"})
    void thisMachine_isCalledDirectly(String url) {
        assertNull(of(url, "HTTP_PROXY", "proxy.test:1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"socks5://me:secret@proxy.test:1", "https://me:secret@proxy.test", "http://", "a b", "p:99999"})
    void anythingElse_isRefusedWithoutShowingIt(String value) {
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> of("https://api.openai.com", "HTTPS_PROXY", value));

        assertTrue(String.valueOf(refused.getMessage()).contains("HTTPS_PROXY"), refused.toString());
        assertFalse(refused.toString().contains("secret"), refused.toString());
    }

    @Test
    void specificationFromTheEnvironment_goesThroughItsProxy() {
        Map<String, String> environment =
                Map.of("OPENAI_API_KEY", "sk-1", "HTTPS_PROXY", "http://me:top-secret@proxy.test:3128");
        var spec = new OpenAi().fromEnvironment(environment::get);

        assertEquals(3128, assertNotNullProxy(spec.proxy()).port());
        assertFalse(spec.toString().contains("top-secret"), spec.toString());
        assertTrue(spec.toString().contains("proxy.test:3128"), spec.toString());
    }

    private static HttpProxy assertNotNullProxy(@Nullable HttpProxy proxy) {
        assertNotNull(proxy);
        return proxy;
    }
}
