package io.agenticraft.otel.genai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class BoundedCacheTest {
    private final BoundedCache<String, Object> cache = new BoundedCache<>(2, key -> new Object());

    @Test
    void value_isMadeOnce() {
        assertSame(cache.get("a"), cache.get("a"));
    }

    @Test
    void beyondTheBound_valuesAreMadeAnew() {
        Object first = cache.get("a");
        cache.get("b");

        assertNotSame(cache.get("c"), cache.get("c"));
        assertSame(first, cache.get("a"));
        assertEquals(2, cache.size());
    }
}
