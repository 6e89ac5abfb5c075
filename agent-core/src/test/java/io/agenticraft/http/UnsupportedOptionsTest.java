package io.agenticraft.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class UnsupportedOptionsTest {

    @Test
    void eachOption_isWarnedOfOnce() {
        UnsupportedOptions options = new UnsupportedOptions("p");

        assertFalse(options.warnIfSet("seed", null));
        assertTrue(options.warnIfSet("seed", 7L));
        assertFalse(options.warnIfSet("seed", 8L));
        assertTrue(options.warnIfSet("topK", 1));
    }
}
