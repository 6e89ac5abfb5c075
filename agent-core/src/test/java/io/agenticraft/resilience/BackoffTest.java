package io.agenticraft.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(30));

    @Test
    void wait_isAnythingUpToItsCeiling() {
        Random random = new Random(1);
        long longest = 0;
        for (int i = 0; i < 1_000; i++) {
            Duration wait = Objects.requireNonNull(backoff.before(2, null, random::nextDouble));
            assertTrue(!wait.isNegative() && wait.compareTo(Duration.ofMillis(400)) < 0, wait::toString);
            longest = Math.max(longest, wait.toMillis());
        }
        assertTrue(longest > 390, "the longest was " + longest);
    }

    @Test
    void manyRetries_doNotOverflow() {
        assertEquals(Duration.ofSeconds(1), backoff.before(100, null, () -> 1.0));
    }

    @Test
    void whatTheProviderAsksFor_isTheLeastOrTooMuch() {
        assertEquals(Duration.ofSeconds(30), backoff.before(0, Duration.ofSeconds(30), () -> 0.0));
        assertNull(backoff.before(0, Duration.ofMillis(30_001), () -> 0.0));
    }
}
