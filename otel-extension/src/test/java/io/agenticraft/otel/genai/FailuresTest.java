package io.agenticraft.otel.genai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5); // the clock may wrap around
    private final List<String> log = new ArrayList<>();
    private final Failures failures = new Failures(now::get, log::add);

    @Test
    void manyFailures_areOneLineAMinute() {
        for (int i = 0; i < 10; i++) {
            failures.add(new IllegalStateException());
        }
        assertEquals(1, log.size());

        now.addAndGet(TimeUnit.SECONDS.toNanos(59));
        failures.add(new IllegalStateException());
        assertEquals(1, log.size());

        now.addAndGet(TimeUnit.SECONDS.toNanos(1));
        failures.add(new IllegalStateException());
        assertEquals(2, log.size());
        assertTrue(log.get(1).contains("12 times"), log.get(1));
        assertEquals(12, failures.count());
    }

    @Test
    void line_namesTheClassAndThePlaceButNotTheMessage() {
        failures.add(new IllegalStateException("what the user said"));

        assertTrue(log.get(0).contains("java.lang.IllegalStateException at "), log.get(0));
        assertTrue(log.get(0).contains("FailuresTest"), log.get(0));
        assertFalse(log.get(0).contains("user said"), log.get(0));
    }

    @Test
    void failureWithoutStack_isNamedAllTheSame() {
        IllegalStateException bare = new IllegalStateException();
        bare.setStackTrace(new StackTraceElement[0]);
        failures.add(bare);

        assertTrue(log.get(0).endsWith("java.lang.IllegalStateException"), log.get(0));
    }
}
