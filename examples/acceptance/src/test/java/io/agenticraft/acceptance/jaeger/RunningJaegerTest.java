package io.agenticraft.acceptance.jaeger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunningJaegerTest {

    @Test
    void noVariables_isNone() {
        assertNull(RunningJaeger.fromEnvironment(Map.<String, String>of()::get));
    }

    @Test
    void otherPorts_defaultToTheHostOfOtlp() {
        RunningJaeger jaeger = RunningJaeger.fromEnvironment(
                Map.of("JAEGER_QUERY_URL", "http://ui:16686", "JAEGER_OTLP_URL", "http://in:4318")::get);

        assertNotNull(jaeger);
        assertEquals(
                new Endpoints(
                        URI.create("http://ui:16686"),
                        URI.create("http://in:4318"),
                        URI.create("http://in:4317"),
                        URI.create("http://in:14268")),
                jaeger.endpoints());
    }

    @Test
    void otherPorts_canBeNamed() {
        RunningJaeger jaeger = RunningJaeger.fromEnvironment(Map.of(
                "JAEGER_QUERY_URL", "http://ui:1",
                "JAEGER_OTLP_URL", "http://in:2",
                "JAEGER_OTLP_GRPC_URL", "http://in:3",
                "JAEGER_THRIFT_URL", "http://in:4")::get);

        assertNotNull(jaeger);
        assertEquals(URI.create("http://in:3"), jaeger.endpoints().otlpGrpc());
        assertEquals(URI.create("http://in:4"), jaeger.endpoints().thriftHttp());
    }

    @Test
    void halfAConfiguration_isAnError() {
        IllegalStateException e = assertThrows(
                IllegalStateException.class,
                () -> RunningJaeger.fromEnvironment(Map.of("JAEGER_OTLP_URL", "http://in:2")::get));
        assertEquals(
                "JAEGER_QUERY_URL and JAEGER_OTLP_URL belong together, but only JAEGER_OTLP_URL is set",
                e.getMessage());
    }
}
