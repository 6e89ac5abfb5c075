package io.agenticraft.javaagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.javaagent.hosts.DeskHost;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The agent's settings, right and wrong. */
class SwitchesIT {

    @Test
    void disabledByEnvironment_doesNothing() throws Exception {
        try (OtlpReceiver receiver = new OtlpReceiver();
                FakeOpenAi openAi = new FakeOpenAi()) {
            HostJvm.Result result = HostJvm.desk(Jdks.own(), openAi)
                    .exportingTo(receiver)
                    .env("OTEL_JAVAAGENT_ENABLED", "false")
                    .run(DeskHost.class);

            assertUntraced(receiver, result);
            assertEquals("", result.err());
        }
    }

    @Test
    void disabledByProperty_doesNothing() throws Exception {
        try (OtlpReceiver receiver = new OtlpReceiver();
                FakeOpenAi openAi = new FakeOpenAi()) {
            HostJvm.Result result = HostJvm.desk(Jdks.own(), openAi)
                    .exportingTo(receiver)
                    .option("-Dotel.javaagent.enabled=false")
                    .run(DeskHost.class);

            assertUntraced(receiver, result);
            assertEquals("", result.err());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OTEL_TRACES_SAMPLER, nonsense",
        "OTEL_TRACES_EXPORTER, carrier-pigeon",
        "OTEL_PROPAGATORS, smoke",
        "OTEL_EXPORTER_OTLP_ENDPOINT, not a url",
        "OTEL_BSP_SCHEDULE_DELAY, soon"
    })
    void wrongSetting_isSaidAndTheHostRunsOn(String name, String value) throws Exception {
        try (OtlpReceiver receiver = new OtlpReceiver();
                FakeOpenAi openAi = new FakeOpenAi()) {
            HostJvm.Result result = HostJvm.desk(Jdks.own(), openAi)
                    .exportingTo(receiver)
                    .env(name, value)
                    .run(DeskHost.class);

            assertUntraced(receiver, result);
            List<String> lines = result.err().lines().toList();
            assertEquals(1, lines.size(), result.err());
            assertTrue(
                    lines.get(0).startsWith("[agenticraft] telemetry is off, its configuration is wrong: "),
                    result.err());
            assertTrue(lines.get(0).contains(value), result.err());
        }
    }

    @Test
    void sampler_isHonoured() throws Exception {
        try (OtlpReceiver receiver = new OtlpReceiver();
                FakeOpenAi openAi = new FakeOpenAi()) {
            HostJvm.Result result = HostJvm.desk(Jdks.own(), openAi)
                    .exportingTo(receiver)
                    .env("OTEL_TRACES_SAMPLER", "always_off")
                    .run(DeskHost.class);

            assertUntraced(receiver, result);
        }
    }

    @Test
    void propagatorsAndResource_areTaken() throws Exception {
        try (OtlpReceiver receiver = new OtlpReceiver();
                FakeOpenAi openAi = new FakeOpenAi()) {
            HostJvm.Result result = HostJvm.desk(Jdks.own(), openAi)
                    .exportingTo(receiver)
                    .env("OTEL_PROPAGATORS", "tracecontext,baggage,jaeger,b3,b3multi")
                    .env("OTEL_RESOURCE_ATTRIBUTES", "deployment.environment.name=test")
                    .option("-Dotel.service.name=desk")
                    .option("-Dotel.metrics.exporter=none")
                    .run(DeskHost.class);

            assertEquals("", result.err());
            assertEquals("test", receiver.resource().get("deployment.environment.name"));
            assertEquals("desk", receiver.resource().get("service.name"));
            assertFalse(receiver.paths().contains("/v1/metrics"));
        }
    }

    private static void assertUntraced(OtlpReceiver receiver, HostJvm.Result result) {
        assertEquals("It is on its way.\n", result.out(), result.err());
        assertEquals(List.of(), receiver.names());
    }
}
