package io.agenticraft.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is asked. */
final class Prompts {
    private Prompts() {}

    /** Three that call for a short, a medium and a longer answer. */
    static List<String> usual() {
        return List.of(
                "What is 17 + 25? Answer with the number alone.",
                "Name three rivers in Europe and the country in which each one ends.",
                "Explain in a few sentences why the sky is blue.");
    }

    /**
     * Reads prompts, one a line.
     *
     * @throws IllegalArgumentException if there is none
     */
    static List<String> read(Path file) {
        List<String> prompts;
        try {
            prompts = Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new IllegalArgumentException("--prompts: cannot read " + file + " (" + e + ")", e);
        }
        if (prompts.isEmpty()) {
            throw new IllegalArgumentException("--prompts: there is no prompt in " + file);
        }
        return prompts;
    }
}
