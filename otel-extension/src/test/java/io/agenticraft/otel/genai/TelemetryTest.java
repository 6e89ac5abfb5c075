package io.agenticraft.otel.genai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.agenticraft.otel.testing.Facts;
import io.agenticraft.otel.testing.TestTelemetry;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TelemetryTest {

    @AfterEach
    void forgetGlobal() {
        TelemetrySource.set(GlobalOpenTelemetry::getOrNoop);
        GlobalOpenTelemetry.resetForTest();
    }

    @Test
    void sameOpenTelemetry_isMadeOnce() {
        OpenTelemetry one = new TestTelemetry().openTelemetry();
        OpenTelemetry other = new TestTelemetry().openTelemetry();

        assertSame(Telemetry.of(one), Telemetry.of(one));
        assertNotSame(Telemetry.of(one), Telemetry.of(other));
        assertSame(Telemetry.of(one), Telemetry.of(one));
    }

    @Test
    void lookingForTheGlobal_doesNotSetIt() {
        Telemetry.current();

        assertFalse(GlobalOpenTelemetry.isSet());
    }

    @Test
    void globalSetLate_isUsedFromThenOn() {
        Telemetry before = Telemetry.current();
        TestTelemetry recorded = new TestTelemetry();
        GlobalOpenTelemetry.set(recorded.openTelemetry());

        assertNotSame(before, Telemetry.current());
        Inference.start(Telemetry.current(), Facts.request(), Context.root()).end(Facts.response(null, null, null));
        assertEquals(1, recorded.spans().size());
    }

    @Test
    void source_canBeReplaced() {
        OpenTelemetry mine = new TestTelemetry().openTelemetry();
        TelemetrySource.set(() -> mine);

        assertSame(Telemetry.of(mine), Telemetry.current());
    }

    @Test
    void scope_isNamedAndVersioned() {
        TestTelemetry recorded = new TestTelemetry();
        Inference.start(Telemetry.of(recorded.openTelemetry()), Facts.request(), Context.root())
                .end(Facts.response(null, null, null));

        SpanData span = recorded.span("chat gpt-4o");
        assertEquals("io.agenticraft", span.getInstrumentationScopeInfo().getName());
        assertEquals(BuildVersion.VALUE, span.getInstrumentationScopeInfo().getVersion());
        assertEquals(
                BuildVersion.VALUE,
                recorded.metric(GenAi.INFERENCE_DURATION)
                        .getInstrumentationScopeInfo()
                        .getVersion());
    }

    @Test
    void version_isTheBuilds() {
        String version = System.getProperty("agenticraft.version");
        assumeTrue(version != null, "Only the build knows the version");

        assertEquals(version, BuildVersion.VALUE);
    }

    @Test
    void noTelemetry_isHarmless() {
        long before = Failures.total();
        Inference.start(Telemetry.of(OpenTelemetry.noop()), Facts.request(), Context.root())
                .end(Facts.response("resp-7", 10L, 2L));

        assertEquals(before, Failures.total());
    }
}
