package io.agenticraft.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
                .filter(link -> !Files.exists(README.resolveSibling(link)))
                .toList();
        assertEquals(List.of(), broken);
    }

    private static String between(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        assertTrue(matcher.find(), pattern);
        return matcher.group(1);
    }
}
