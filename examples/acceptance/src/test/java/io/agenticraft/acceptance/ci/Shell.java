package io.agenticraft.acceptance.ci;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs commands and scripts of {@code .ci/}. */
final class Shell {

    private static final Path ROOT = Path.of(System.getProperty("agenticraft.root", "../.."))
            .toAbsolutePath()
            .normalize();

    private Shell() {}

    /**
     * What a command did.
     *
     * @param output both streams
     */
    record Outcome(int code, String output) {}

    static Path script(String name) {
        return ROOT.resolve(".ci").resolve(name);
    }

    static Outcome run(Path folder, String... command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(command));
        Process process = new ProcessBuilder(all)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(all + " did not end");
        }
        return new Outcome(process.exitValue(), output);
    }
}
