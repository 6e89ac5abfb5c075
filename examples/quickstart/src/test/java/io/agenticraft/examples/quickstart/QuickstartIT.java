package io.agenticraft.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.simulator.Simulator;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged quickstart in a JVM of its own, which sends its spans by OTLP. */
class QuickstartIT {
    private static final List<String> SPANS = List.of(
            "chat gpt-4o-mini",
            "chat gpt-4o-mini",
            "chat gpt-4o-mini",
            "chat gpt-4o-mini",
            "compare cities",
            "execute_tool get_weather",
            "execute_tool get_weather",
            "invoke_agent weather-agent",
            "invoke_agent weather-agent");
    private static final Path AGENT =
            Path.of(System.getProperty("agenticraft.root", "../.."), "javaagent/target/agenticraft-javaagent.jar");

    private final Path temporary;

    QuickstartIT(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    @Test
    void decorators_giveOneSpanPerOperation() throws Exception {
        assertOneTree(run());
    }

    @Test
    void decoratorsAndAgentTogether_giveOneSpanPerOperation() throws Exception {
        assertTrue(Files.isRegularFile(AGENT), AGENT.toString());
        assertOneTree(run("-javaagent:" + AGENT));
    }

    private static void assertOneTree(List<Span> spans) {
        assertEquals(SPANS, spans.stream().map(Span::getName).sorted().toList());
        assertEquals(1, spans.stream().map(Span::getTraceId).distinct().count());
        assertEquals(
                List.of("compare cities"),
                spans.stream()
                        .filter(span -> span.getParentSpanId().isEmpty())
                        .map(Span::getName)
                        .toList());
    }

    private List<Span> run(String... options) throws Exception {
        try (Simulator simulator = WeatherScript.start();
                OtlpReceiver receiver = OtlpReceiver.start()) {
            run(
                    Map.of(
                            "OPENAI_BASE_URL", simulator.baseUrl() + "/v1",
                            "OPENAI_API_KEY", "sk-test",
                            "OTEL_EXPORTER_OTLP_ENDPOINT", receiver.url(),
                            "OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
                            "OTEL_METRICS_EXPORTER", "none",
                            "OTEL_LOGS_EXPORTER", "none"),
                    options);
            return receiver.spans();
        }
    }

    private void run(Map<String, String> environment, String... options) throws Exception {
        Path output = temporary.resolve("output");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", "target/quickstart.jar"));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.matches("(OPENAI|OTEL)_.*"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertTrue(process.waitFor(90, TimeUnit.SECONDS), "It does not end by itself");
        } finally {
            process.destroyForcibly();
        }
        String printed = Files.readString(output);
        assertEquals(0, process.exitValue(), printed);
        assertTrue(printed.contains("It is sunny in Tartu.\nIt is sunny in Tallinn."), printed);
    }
}
