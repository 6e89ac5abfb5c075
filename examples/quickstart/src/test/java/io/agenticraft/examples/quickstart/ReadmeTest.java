package io.agenticraft.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Path README = Path.of(System.getProperty("agenticraft.root", "../.."), "README.md");
    private static final Path SOURCE = Path.of("src/main/java/io/agenticraft/examples/quickstart/Quickstart.java");

    @Test
    void javaOfTheReadme_isTheQuickstartsClass() throws IOException {
        assertEquals(
                between(Files.readString(SOURCE), "\n(public final class .*)$"),
                between(Files.readString(README), "\n```java\n(.*?)```\n"));
    }

    @Test
    void links_leadToFilesThatAreThere() throws IOException {
        Matcher links = Pattern.compile("\\]\\((?!https?:|#)([^)]+)\\)").matcher(Files.readString(README));
        List<String> broken = links.results()
                .map(link -> link.group(1))
                .filter(link -> !leadsSomewhere(link))
                .toList();
        assertEquals(List.of(), broken);
    }

    /** The file is there and, where a section is named, has a heading that renders as its anchor. */
    private static boolean leadsSomewhere(String link) {
        String[] parts = link.split("#", 2);
        Path file = README.resolveSibling(parts[0]);
        if (parts.length == 1 || !Files.exists(file)) {
            return Files.exists(file);
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("#"))
                    .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                    .anyMatch(heading -> heading.replaceAll("[^a-z0-9 -]", "")
                            .replace(' ', '-')
                            .equals(parts[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String between(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        assertTrue(matcher.find(), pattern);
        return matcher.group(1);
    }
}
