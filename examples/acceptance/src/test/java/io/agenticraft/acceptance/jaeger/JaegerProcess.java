package io.agenticraft.acceptance.jaeger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Jaeger in a process of its own; it ends with this JVM at the latest. */
final class JaegerProcess implements Jaeger {

    private final Process process;
    private final Path folder;
    private final Endpoints endpoints;
    private final Thread lastResort;

    JaegerProcess(Process process, Path folder, Endpoints endpoints) {
        this.process = process;
        this.folder = folder;
        this.endpoints = endpoints;
        this.lastResort = new Thread(process::destroyForcibly, "stop-jaeger");
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public Endpoints endpoints() {
        return endpoints;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().removeShutdownHook(lastResort);
        delete(folder);
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
