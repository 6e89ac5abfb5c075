package io.agenticraft.javaagent.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FailureCountTest {

    @Test
    void failures_areSaidOnceAMinuteWithTheirNumber() {
        AtomicLong nanos = new AtomicLong(-5);
        FailureCount failures = new FailureCount("a.Handler", nanos::get);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            failures.add(new IllegalStateException("one"));
            failures.add(new IllegalStateException("two"));
            nanos.addAndGet(TimeUnit.MINUTES.toNanos(1));
            failures.add(new IllegalStateException("three"));
        } finally {
            System.setErr(before);
        }

        assertEquals(
                List.of(
                        "[agenticraft] a.Handler failed, 1 times so far; the host runs on:"
                                + " java.lang.IllegalStateException: one",
                        "[agenticraft] a.Handler failed, 3 times so far; the host runs on:"
                                + " java.lang.IllegalStateException: three"),
                said.toString(StandardCharsets.UTF_8).lines().toList());
    }
}
