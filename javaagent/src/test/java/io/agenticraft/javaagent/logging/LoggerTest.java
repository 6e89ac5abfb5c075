package io.agenticraft.javaagent.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoggerTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream before = System.err;
    private final AtomicLong nanos = new AtomicLong();
    private final Logger logger = new Logger(nanos::get);

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setErr(before);
    }

    @Test
    void warnings_areSaidOnceAMinute_withTheNumberOfThoseLeftOut() {
        logger.warning("down");
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(59));
        logger.warning("still down");
        logger.log(Level.SEVERE, "worse");
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        logger.log(Level.WARNING, "down again", new IllegalStateException("why"));

        assertEquals(
                List.of(
                        "[agenticraft] down",
                        "[agenticraft] down again (java.lang.IllegalStateException: why) [2 more like it]"),
                lines());
    }

    @Test
    void lesserLevels_areNotSaid() {
        logger.info("a");
        logger.fine("b");
        logger.log(Level.CONFIG, "c");
        logger.log(Level.OFF, "d");

        assertEquals(List.of(), lines());
    }

    @Test
    void arguments_areFilledIn() {
        logger.log(Level.WARNING, "{0} of {1}", new Object[] {1, null});
        nanos.addAndGet(TimeUnit.MINUTES.toNanos(1));
        logger.log(Level.WARNING, "only {0}", (Object) "x");

        assertEquals(List.of("[agenticraft] 1 of null", "[agenticraft] only x"), lines());
    }

    @Test
    void exporters_shareOneLogger() {
        assertSame(
                Logger.getLogger("io.opentelemetry.exporter.internal.http.HttpExporter"),
                Logger.getLogger("io.opentelemetry.sdk.metrics.export.PeriodicMetricReader"));
        assertNotSame(Logger.getLogger("a"), Logger.getLogger("b"));
    }

    private List<String> lines() {
        return said.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
