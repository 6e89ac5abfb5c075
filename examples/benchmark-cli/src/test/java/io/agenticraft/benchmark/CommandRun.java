package io.agenticraft.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The command line in surroundings of its own. */
final class CommandRun {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();
    private final Interruption interruption = new Interruption();
    private OutputStream watched = err;

    CommandRun set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Interrupts when something has been written to stderr so many times, as progress is. */
    void interruptAt(int writes) {
        AtomicInteger left = new AtomicInteger(writes);
        watched = new OutputStream() {
            @Override
            public void write(int one) {
                err.write(one);
            }

            @Override
            public void flush() {
                if (left.decrementAndGet() == 0) {
                    interruption.interrupt();
                }
            }
        };
    }

    int execute(String... arguments) {
        out.reset();
        err.reset();
        return new Surroundings(
                        environment::get,
                        () -> NOW,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(watched, false, StandardCharsets.UTF_8),
                        false,
                        interruption)
                .commandLine()
                .execute(arguments);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** A configuration of a simulator that answers in few milliseconds. */
    static String fastSimulator(Path folder) {
        return simulator(folder, "first-token: 2ms\nanswer-tokens: 5\n");
    }

    /** A configuration of a simulator. */
    static String simulator(Path folder, String options) {
        Path file = folder.resolve("simulator.yaml");
        try {
            Files.writeString(file, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString();
    }
}
