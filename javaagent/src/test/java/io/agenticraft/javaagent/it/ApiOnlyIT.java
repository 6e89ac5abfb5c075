package io.agenticraft.javaagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.javaagent.hosts.ApiHost;
import io.opentelemetry.proto.trace.v1.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An application that brings the OpenTelemetry API only is served by the agent's SDK. */
class ApiOnlyIT {
    private static final String API =
            HostJvm.classes("/opentelemetry-api/", "/opentelemetry-context/", "/opentelemetry-common/");

    @ParameterizedTest
    @MethodSource("io.agenticraft.javaagent.it.Jdks#all")
    void spans_areExported(String java) throws Exception {
        try (OtlpReceiver receiver = new OtlpReceiver()) {
            HostJvm.Result result = HostJvm.on(java)
                    .withAgent()
                    .exportingTo(receiver)
                    .env("OTEL_SERVICE_NAME", "api-host")
                    .classPath(API)
                    .run(ApiHost.class);

            assertEquals("traced true\n", result.out());
            assertEquals("", result.err());
            Span outer = receiver.span("outer");
            assertEquals(outer.getSpanId(), receiver.span("inner").getParentSpanId());
            assertEquals("api-host", receiver.resource().get("service.name"));
            assertEquals("agenticraft-javaagent", receiver.resource().get("telemetry.distro.name"));
        }
    }

    @ParameterizedTest
    @MethodSource("io.agenticraft.javaagent.it.Jdks#all")
    void tree_isPrinted_andServiceIsNamedAfterMainClass(String java) throws Exception {
        try (OtlpReceiver receiver = new OtlpReceiver()) {
            HostJvm.Result result = HostJvm.on(java)
                    .withAgent()
                    .exportingTo(receiver)
                    .env("OTEL_TRACES_EXPORTER", "otlp,tree")
                    .env("LC_ALL", "C")
                    .classPath(API)
                    .run(ApiHost.class);

            assertTrue(result.err().matches("(?s)trace [0-9a-f]{32}\nouter .*\n`- inner .*\n"), result.err());
            assertEquals("ApiHost", receiver.resource().get("service.name"));
        }
    }
}
