package io.agenticraft.javaagent.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Java virtual machines that hosts are run on: the one of the build, and a newer or older second one where there is one. */
final class Jdks {
    private static final String SECOND = "agenticraft.second.jdk";

    private Jdks() {}

    /** Paths of java commands, that of the build first. */
    static Stream<String> all() {
        List<String> commands = new ArrayList<>();
        commands.add(own());
        second().ifPresent(commands::add);
        return commands.stream();
    }

    static String own() {
        return command(Path.of(System.getProperty("java.home")));
    }

    /** A JVM of version 21 or newer, or null. */
    static String withVirtualThreads() {
        return all().filter(java -> feature(java) >= 21).findFirst().orElse(null);
    }

    private static Optional<String> second() {
        String named = System.getProperty(SECOND, System.getenv("AGENTICRAFT_SECOND_JDK"));
        if (named != null && !named.isBlank()) {
            return Optional.of(command(Path.of(named)));
        }
        File[] installed = new File("/usr/lib/jvm").listFiles(File::isDirectory);
        return Stream.of(installed == null ? new File[0] : installed)
                .sorted()
                .map(home -> command(home.toPath()))
                .filter(java -> Files.isExecutable(Path.of(java)))
                .filter(java -> feature(java) >= 17
                        && feature(java) != Runtime.version().feature())
                .findFirst();
    }

    private static String command(Path home) {
        return home.resolve("bin").resolve("java").toString();
    }

    /** From the "release" file beside it; 0 where it does not say. */
    private static int feature(String java) {
        Path release = Path.of(java).getParent().resolveSibling("release");
        try (Stream<String> lines = Files.lines(release)) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("[^0-9.]", ""))
                    .mapToInt(version -> Integer.parseInt(version.replaceFirst("\\..*", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
