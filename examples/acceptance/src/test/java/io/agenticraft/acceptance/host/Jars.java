package io.agenticraft.acceptance.host;

import java.nio.file.Files;
import java.nio.file.Path;

/** The jars that the build has packaged. */
public final class Jars {

    private static final Path ROOT = Path.of(System.getProperty("agenticraft.root", "../.."))
            .toAbsolutePath()
            .normalize();

    private Jars() {}

    /** What {@code -javaagent:} takes. */
    public static Path agent() {
        return built("javaagent/target/agenticraft-javaagent.jar");
    }

    /** What the upstream agent takes as {@code -Dotel.javaagent.extensions=}. */
    public static Path extension() {
        return built("otel-extension/target/agenticraft-otel-extension.jar");
    }

    /** The upstream agent. */
    public static Path upstreamAgent() {
        return built("examples/acceptance/target/upstream/opentelemetry-javaagent.jar");
    }

    /** The runnable jar of one of the examples. */
    public static Path example(String name) {
        return built("examples/" + name + "/target/" + name + ".jar");
    }

    private static Path built(String name) {
        Path jar = ROOT.resolve(name);
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(jar + " is not there; \"./mvnw package\" builds it");
        }
        return jar;
    }
}
