package io.agenticraft.javaagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.javaagent.hosts.DeskHost;
import io.agenticraft.javaagent.hosts.LoaderHost;
import io.agenticraft.javaagent.hosts.SightHost;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Host and agent do not see each other. */
class IsolationIT {

    @ParameterizedTest
    @MethodSource("io.agenticraft.javaagent.it.Jdks#all")
    void host_seesNothingOfTheAgent(String java) throws Exception {
        try (OtlpReceiver receiver = new OtlpReceiver();
                FakeOpenAi openAi = new FakeOpenAi()) {
            HostJvm.Result result =
                    HostJvm.desk(java, openAi).exportingTo(receiver).run(SightHost.class);

            HostJvm.Result alone = HostJvm.on(java).asking(openAi).run(SightHost.class);
            assertEquals(alone.out(), result.out(), result.err());
            assertTrue(result.out().matches("new properties [^\n]*\ndone\n"), result.out());
            assertEquals("", result.err());
            CoreHostIT.assertTree(receiver);
        }
    }

    @ParameterizedTest
    @MethodSource("io.agenticraft.javaagent.it.Jdks#all")
    void javaLogging_isNotInitialised(String java) throws Exception {
        try (FakeOpenAi openAi = new FakeOpenAi()) {
            HostJvm.Result result = HostJvm.desk(java, openAi)
                    .option("-Xlog:class+init=info:file=/dev/stdout")
                    .env("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9")
                    .run(DeskHost.class);

            assertEquals(0, result.exit(), result.err());
            assertFalse(result.out().contains("java.util.logging.LogManager"), "LogManager was initialised");
        }
    }

    @ParameterizedTest
    @CsvSource({"platform", "bootstrap"})
    void loaderThatDoesNotSeeTheSystemLoader_isServedToo(String parent) throws Exception {
        try (OtlpReceiver receiver = new OtlpReceiver();
                FakeOpenAi openAi = new FakeOpenAi()) {
            HostJvm.Result result = HostJvm.desk(Jdks.own(), openAi)
                    .exportingTo(receiver)
                    .classPath(HostJvm.classes())
                    .run(LoaderHost.class, parent, HostJvm.application(), DeskHost.class.getName());

            assertEquals("It is on its way.\n", result.out(), result.err());
            CoreHostIT.assertTree(receiver);
        }
    }
}
