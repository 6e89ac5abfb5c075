package io.agenticraft.javaagent.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A host program in a JVM of its own, with or without the packaged agent. */
final class HostJvm {
    static final Path AGENT = Path.of(
                    System.getProperty("agenticraft.javaagent.jar", "target/agenticraft-javaagent.jar"))
            .toAbsolutePath();
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** What came of a run. */
    record Result(int exit, String out, String err, Duration wall) {}

    private final String java;
    private final List<String> options = new ArrayList<>(List.of("-Xshare:auto", "-Xverify:all", "-XX:-UsePerfData"));
    private final Map<String, String> environment = new HashMap<>();
    private String classPath = "";

    private HostJvm(String java) {
        this.java = java;
    }

    static HostJvm on(String java) {
        return new HostJvm(java);
    }

    /** With the agent and an application that asks that provider. */
    static HostJvm desk(String java, FakeOpenAi openAi) {
        return on(java).withAgent().asking(openAi);
    }

    /** An application that asks that provider. */
    HostJvm asking(FakeOpenAi openAi) {
        return option("-Dslf4j.internal.verbosity=ERROR")
                .env("OPENAI_API_KEY", "sk-none")
                .env("OPENAI_BASE_URL", openAi.baseUrl())
                .classPath(application());
    }

    HostJvm withAgent() {
        return option("-javaagent:" + AGENT);
    }

    HostJvm option(String option) {
        options.add(option);
        return this;
    }

    HostJvm env(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Sends telemetry to the receiver, soon. */
    HostJvm exportingTo(OtlpReceiver receiver) {
        return env("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint());
    }

    HostJvm classPath(String value) {
        classPath = value;
        return this;
    }

    Result run(Class<?> main, String... arguments) throws Exception {
        return run(main.getName(), arguments);
    }

    Result run(String main, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(Arrays.asList(arguments));
        Path out = Files.createTempFile("host", ".out");
        Path err = Files.createTempFile("host", ".err");
        try {
            return run(command, out, err);
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private Result run(List<String> command, Path out, Path err) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("OTEL_") || name.equals("JAVA_TOOL_OPTIONS"));
        builder.environment().putAll(environment);
        long start = System.nanoTime();
        Process process = builder.start();
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("The host did not end within " + LIMIT + "\n" + read(out) + read(err));
        }
        Duration wall = Duration.ofNanos(System.nanoTime() - start);
        return new Result(process.exitValue(), read(out), read(err), wall);
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }

    /** The test classes, and those jars of the test class path whose paths hold one of the words. */
    static String classes(String... jars) {
        String testClasses = Path.of("target", "test-classes").toAbsolutePath().toString();
        return testClasses + File.pathSeparator + jars(jars);
    }

    /** The test classes with the libraries that hosts use; nothing of telemetry, of the agent or of the tests. */
    static String application() {
        return classes(
                "/agent-core",
                "/vertx-",
                "/netty-",
                "/jackson-",
                "/slf4j-api",
                "/caffeine",
                "/HdrHistogram",
                "/resilience4j",
                "/openai-java",
                "/okhttp",
                "/okio",
                "/kotlin",
                "/httpclient5",
                "/httpcore5",
                "/jsonschema-generator",
                "/classmate",
                "/jtoolkit");
    }

    static String jars(String... words) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> Arrays.stream(words).anyMatch(entry.replace('\\', '/')::contains))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
