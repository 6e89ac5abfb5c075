package io.agenticraft.otel.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.host.AskHost;
import com.example.host.DecoratedAskHost;
import io.agenticraft.otel.adapters.openai.Bodies;
import io.agenticraft.otel.adapters.openai.FakeServer;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged extension in the upstream agent, in JVMs of their own. */
class UpstreamAgentIT {
    private static final String TREE = """
            SERVER GET /ask
              INTERNAL invoke_agent weather-desk
                CLIENT chat gpt-4o-mini
                  CLIENT POST
                INTERNAL execute_tool weather
                CLIENT chat gpt-4o-mini
                  CLIENT POST
              CLIENT chat gpt-4o-mini
                CLIENT POST
              CLIENT chat gpt-4o-mini
                CLIENT POST
            """;

    private final Path folder;

    UpstreamAgentIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void unmodifiedHost_hasOurSpansWithinTheServersSpan() throws Exception {
        try (TraceReceiver receiver = new TraceReceiver()) {
            String output = run(AskHost.class, entry -> !isOurs(entry) && !entry.contains("opentelemetry"), receiver);
            assertTrue(output.contains("Sunny. Sunny. true"), output);
            assertEquals(TREE, receiver.tree(), output);

            List<Span> chats = receiver.named("chat gpt-4o-mini");
            assertEquals(
                    20,
                    TraceReceiver.attribute(chats.get(2), "gen_ai.usage.input_tokens")
                            .getIntValue());
            assertTrue(TraceReceiver.attribute(chats.get(2), "agenticraft.usage.cost")
                            .getDoubleValue()
                    > 0);
            assertEquals(
                    "chatcmpl-1",
                    TraceReceiver.attribute(chats.get(2), "gen_ai.response.id").getStringValue());
            assertEquals(
                    "closed",
                    TraceReceiver.attribute(chats.get(3), "agenticraft.stream.end")
                            .getStringValue());
        }
    }

    @Test
    void hostWithDecoratorsOfItsOwn_hasEachSpanOnce() throws Exception {
        try (TraceReceiver receiver = new TraceReceiver()) {
            String output = run(DecoratedAskHost.class, entry -> !entry.contains("javaagent-extension"), receiver);
            assertTrue(output.contains("Sunny. Sunny. true"), output);
            assertEquals(TREE, receiver.tree(), output);
        }
    }

    private String run(Class<?> main, Predicate<String> onClassPath, TraceReceiver receiver) throws Exception {
        try (FakeServer provider = new FakeServer()
                .json(200, Bodies.TOOL_CALL)
                .json(200, Bodies.COMPLETION)
                .json(200, Bodies.COMPLETION)
                .endless(Bodies.chunk("again", null))) {
            Path output = folder.resolve("output");
            ProcessBuilder host = new ProcessBuilder(command(main, onClassPath))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            host.environment().keySet().removeIf(name -> name.startsWith("OTEL_") || name.startsWith("OPENAI_"));
            host.environment().put("OPENAI_BASE_URL", provider.url());
            host.environment().put("OPENAI_API_KEY", "sk-secret");
            host.environment().put("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint());
            host.environment().put("OTEL_METRICS_EXPORTER", "none");
            host.environment().put("OTEL_LOGS_EXPORTER", "none");
            Process process = host.start();
            try {
                assertTrue(process.waitFor(3, TimeUnit.MINUTES), () -> "still running; said " + read(output));
                assertEquals(0, process.exitValue(), () -> read(output));
                return read(output);
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private List<String> command(Class<?> main, Predicate<String> onClassPath) throws IOException {
        return Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+IgnoreUnrecognizedVMOptions",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-javaagent:" + System.getProperty("agenticraft.upstream.jar"),
                        "-Dotel.javaagent.extensions=" + System.getProperty("agenticraft.extension.jar"),
                        "-cp",
                        classPath(onClassPath),
                        main.getName())
                .toList();
    }

    /** The host's own classes, and what of our class path it is to have. */
    private String classPath(Predicate<String> onClassPath) throws IOException {
        Path classes = folder.resolve("classes");
        Path host = Files.createDirectories(classes.resolve("com/example/host"));
        Path compiled = Path.of("target", "test-classes", "com", "example", "host");
        try (Stream<Path> files = Files.list(compiled)) {
            for (Path file : files.toList()) {
                Files.copy(file, host.resolve(file.getFileName()));
            }
        }
        String libraries = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .filter(onClassPath)
                .collect(Collectors.joining(File.pathSeparator));
        return classes + File.pathSeparator + libraries;
    }

    private static boolean isOurs(String entry) {
        return entry.contains("otel-extension");
    }

    private static String read(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
