package io.agenticraft.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A table of the documentation of conversations. */
final class DocumentedTable {
    private static final Path FILE = Path.of("docs", "conversations.md");

    private DocumentedTable() {}

    /** The rows of the first table after a mark, without its head; each a list of cells. */
    static List<List<String>> after(String mark) throws IOException {
        return Files.readAllLines(FILE).stream()
                .dropWhile(line -> !line.equals(mark))
                .skip(1)
                .dropWhile(String::isEmpty)
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(DocumentedTable::cells)
                .toList();
    }

    private static List<String> cells(String line) {
        return Stream.of(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                .map(String::strip)
                .toList();
    }
}
