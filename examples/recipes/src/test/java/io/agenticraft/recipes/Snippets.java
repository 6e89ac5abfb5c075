package io.agenticraft.recipes;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Keeps what agent-core's README shows equal to what a recipe runs. */
final class Snippets {
    private static final Path ROOT = Path.of(System.getProperty("agenticraft.root", "../.."));

    private Snippets() {}

    /** Fails unless the lines of the section's first Java block stand in the recipe's source, in their order. */
    static void assertShown(String section, String recipe) throws IOException {
        List<String> shown = block(Files.readString(ROOT.resolve("agent-core/README.md")), section);
        String source = Files.readString(Path.of("src/main/java/io/agenticraft/recipes", recipe + ".java"));
        List<String> lines = source.lines().map(String::strip).toList();
        int from = 0;
        for (String line : shown) {
            int found = lines.subList(from, lines.size()).indexOf(line);
            assertTrue(
                    found >= 0, "\"" + section + "\" shows a line that " + recipe + " has not, or not there: " + line);
            from += found + 1;
        }
    }

    private static List<String> block(String readme, String section) {
        int begin = readme.indexOf("\n## " + section + "\n");
        int code = begin < 0 ? -1 : readme.indexOf("```java\n", begin);
        assertFalse(code < 0, "agent-core/README.md has no section \"" + section + "\" with a Java block");
        String text = readme.substring(code + "```java\n".length(), readme.indexOf("```", code + 3));
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
