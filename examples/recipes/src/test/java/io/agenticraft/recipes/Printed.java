package io.agenticraft.recipes;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a recipe prints. */
final class Printed {
    private Printed() {}

    /** Runs a recipe and gives the lines that it printed. */
    static List<String> by(Recipe recipe) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            recipe.run(out);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
