package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class KeysTest {

    private static MultiMap headers(String name, String value) {
        return MultiMap.caseInsensitiveMultiMap().add(name, value);
    }

    private static Fault refused(@Nullable String key, boolean required) {
        return assertThrows(Rejection.class, () -> Keys.check(key, required)).fault();
    }

    @Test
    void bearer_isReadWhateverItsCase() {
        assertEquals("k", Keys.bearer(headers("Authorization", "Bearer k")));
        assertEquals("k", Keys.bearer(headers("authorization", "bearer  k ")));
        assertNull(Keys.bearer(headers("authorization", "Basic k")));
        assertNull(Keys.bearer(MultiMap.caseInsensitiveMultiMap()));
    }

    @Test
    void dialects_lookWhereTheirApisDo() {
        assertEquals("k", new AnthropicDialect().key(headers("x-api-key", "k")));
        assertEquals("k", new AnthropicDialect().key(headers("authorization", "Bearer k")));
        assertEquals("k", new AzureDialect().key(headers("api-key", "k")));
        assertEquals("k", new AzureDialect().key(headers("authorization", "Bearer k")));
        assertNull(new OpenAiDialect().key(headers("x-api-key", "k")));
    }

    @Test
    void badOrMissingKeys_areRefused() {
        assertEquals(Fault.UNAUTHORIZED, refused(null, true));
        assertEquals(Fault.UNAUTHORIZED, refused("", true));
        assertEquals(Fault.UNAUTHORIZED, refused("bad-key", true));
        assertEquals(Fault.UNAUTHORIZED, refused("bad-key", false));
        assertDoesNotThrow(() -> Keys.check(null, false));
        assertDoesNotThrow(() -> Keys.check("anything", true));
    }

    @Test
    void refusal_doesNotRepeatTheKey() {
        Rejection rejection = assertThrows(Rejection.class, () -> Keys.check("bad-secret", true));
        assertFalse(String.valueOf(rejection).contains("secret"));
    }

    @Test
    void secretHeaders_areKnown() {
        assertTrue(Keys.secret("Authorization") && Keys.secret("API-KEY") && Keys.secret("x-api-key"));
        assertFalse(Keys.secret("traceparent"));
    }
}
