package io.agenticraft.acceptance.jaeger;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists the ways to a Jaeger that this machine offers, best first. */
final class JaegerFinder {

    static final String BINARY = "JAEGER_BIN";

    private static final String CACHED = "agenticraft/jaeger-2.13.0/jaeger";

    private final UnaryOperator<@Nullable String> environment;
    private final BooleanSupplier dockerAnswers;

    JaegerFinder(UnaryOperator<@Nullable String> environment, BooleanSupplier dockerAnswers) {
        this.environment = environment;
        this.dockerAnswers = dockerAnswers;
    }

    /**
     * Answers what may be tried, in that order.
     *
     * @param only leaves out every other kind; null: all kinds
     */
    List<JaegerSource> candidates(@Nullable JaegerKind only) {
        List<JaegerSource> found = new ArrayList<>();
        for (JaegerKind kind : only == null ? JaegerKind.values() : new JaegerKind[] {only}) {
            JaegerSource source = switch (kind) {
                case URL -> RunningJaeger.fromEnvironment(environment);
                case DOCKER -> dockerAnswers.getAsBoolean() ? new DockerJaeger() : null;
                case BINARY -> binary();
            };
            if (source != null) {
                found.add(source);
            }
        }
        return found;
    }

    private @Nullable BinaryJaeger binary() {
        String named = environment.apply(BINARY);
        if (named != null && !Files.isExecutable(Path.of(named))) {
            throw new IllegalStateException(BINARY + "=" + named + " is not an executable file");
        }
        return named != null
                ? new BinaryJaeger(Path.of(named))
                : Stream.concat(onPath(), inCache())
                        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                        .findFirst()
                        .map(BinaryJaeger::new)
                        .orElse(null);
    }

    private Stream<Path> onPath() {
        String path = environment.apply("PATH");
        return path == null
                ? Stream.empty()
                : Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                        .splitAsStream(path)
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, "jaeger"));
    }

    private Stream<Path> inCache() {
        String cache = environment.apply("XDG_CACHE_HOME");
        String home = environment.apply("HOME");
        if (cache != null && !cache.isEmpty()) {
            return Stream.of(Path.of(cache, CACHED));
        }
        return home == null ? Stream.empty() : Stream.of(Path.of(home, ".cache", CACHED));
    }
}
