package io.agenticraft.javaagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.javaagent.hosts.ApiHost;
import io.agenticraft.javaagent.hosts.DecoratedHost;
import io.agenticraft.javaagent.hosts.DeskHost;
import io.agenticraft.javaagent.hosts.LateSdkHost;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts that bring OpenTelemetry along, in one way or another. */
class CompanyIT {
    private static final Path LIBRARIES = Path.of("target", "company").toAbsolutePath();
    private static final String TELEMETRY = HostJvm.jars("/opentelemetry-", "/otel-extension");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void upstreamAgent_isLeftAlone_whateverTheOrderOfFlags(boolean ourFlagFirst) throws Exception {
        try (OtlpReceiver receiver = new OtlpReceiver();
                FakeOpenAi openAi = new FakeOpenAi()) {
            HostJvm host = HostJvm.on(Jdks.own());
            String upstream = "-javaagent:" + LIBRARIES.resolve("opentelemetry-javaagent.jar");
            host = ourFlagFirst
                    ? host.withAgent().option(upstream)
                    : host.option(upstream).withAgent();

            HostJvm.Result result = host.asking(openAi).exportingTo(receiver).run(DeskHost.class);

            assertEquals("It is on its way.\n", result.out(), result.err());
            List<String> ours = result.err()
                    .lines()
                    .filter(line -> line.startsWith("[agenticraft]"))
                    .toList();
            assertEquals(1, ours.size(), result.err());
            assertTrue(
                    ours.get(0).contains("-Dotel.javaagent.extensions=agenticraft-otel-extension.jar"), result.err());
            assertTrue(receiver.names().stream().noneMatch(name -> name.startsWith("invoke_agent")));
        }
    }

    @Test
    void sdkOfTheApplication_takesOverWhenItIsRegistered() throws Exception {
        try (OtlpReceiver receiver = new OtlpReceiver();
                FakeOpenAi openAi = new FakeOpenAi()) {
            HostJvm.Result result = HostJvm.desk(Jdks.own(), openAi)
                    .exportingTo(receiver)
                    .classPath(HostJvm.application() + File.pathSeparator + TELEMETRY)
                    .run(LateSdkHost.class);

            assertEquals("before 0\nafter 4\n", result.out(), result.err());
            CoreHostIT.assertTree(receiver);
        }
    }

    @Test
    void decoratorsInCode_andAgent_giveOneSpanPerCall() throws Exception {
        try (OtlpReceiver receiver = new OtlpReceiver();
                FakeOpenAi openAi = new FakeOpenAi()) {
            HostJvm.Result result = HostJvm.desk(Jdks.own(), openAi)
                    .exportingTo(receiver)
                    .classPath(HostJvm.application() + File.pathSeparator + TELEMETRY)
                    .run(DecoratedHost.class);

            assertEquals(
                    List.of(
                            "It is on its way.",
                            "chat gpt-4o-mini",
                            "chat gpt-4o-mini",
                            "execute_tool order_status",
                            "invoke_agent support-desk"),
                    result.out().lines().toList(),
                    result.err());
            assertEquals(List.of(), receiver.names());
        }
    }

    @Test
    void apiTooOldForTheAgentsSdk_isLeftAlone() throws Exception {
        try (OtlpReceiver receiver = new OtlpReceiver();
                FakeOpenAi openAi = new FakeOpenAi()) {
            String oldApi = LIBRARIES.resolve("opentelemetry-api-1.50.0.jar")
                    + File.pathSeparator
                    + LIBRARIES.resolve("opentelemetry-context-1.50.0.jar");
            HostJvm.Result api = HostJvm.on(Jdks.own())
                    .withAgent()
                    .exportingTo(receiver)
                    .classPath(HostJvm.classes() + File.pathSeparator + oldApi)
                    .run(ApiHost.class);
            assertEquals("traced false\n", api.out(), api.err());

            HostJvm.Result desk = HostJvm.desk(Jdks.own(), openAi)
                    .exportingTo(receiver)
                    .classPath(HostJvm.application() + File.pathSeparator + oldApi)
                    .run(DeskHost.class);

            assertEquals("It is on its way.\n", desk.out(), desk.err());
            assertTrue(desk.err().contains("does not go with the agent's SDK"), desk.err());
            CoreHostIT.assertTree(receiver);
        }
    }
}
