package io.agenticraft.acceptance.host;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** How to run an application in a JVM of its own: on the JDK of the tests, with no telemetry settings but those given here. */
public final class HostJvm {

    private static final Pattern INHERITED =
            Pattern.compile("(OTEL|JAEGER|OPENAI|ANTHROPIC|OLLAMA)_.*|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS");

    private final List<String> options = new ArrayList<>();
    private final Map<String, String> environment = new TreeMap<>();
    private final Path jar;

    private HostJvm(Path jar) {
        this.jar = jar;
    }

    /** Runs that jar. */
    public static HostJvm of(Path jar) {
        return new HostJvm(jar);
    }

    /** Adds an option of the JVM. */
    public HostJvm option(String option) {
        options.add(option);
        return this;
    }

    /** Sets a variable of its environment. */
    public HostJvm set(String variable, Object value) {
        environment.put(variable, value.toString());
        return this;
    }

    /**
     * Runs it to its end.
     *
     * @return what it printed
     * @throws AssertionError if it ends with another exit code than 0, or not within the limit
     */
    public String run(Duration limit, String... arguments) throws IOException, InterruptedException {
        try (RunningHost host = start(arguments)) {
            return host.awaitEnd(limit);
        }
    }

    /** Starts it and returns at once. */
    public RunningHost start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> INHERITED.matcher(name).matches());
        builder.environment().putAll(environment);
        return new RunningHost(builder.start());
    }
}
