package io.agenticraft.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agenticraft.testing.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as editors of all systems leave them, and each mistake's line. */
class UglyTableTest {
    @TempDir
    Path folder = Path.of(".");

    private TextTable load(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("t.txt"), text);
        return TextTable.load(file, Set.of("name"), Set.of("size", "tags"));
    }

    private void assertFails(String expected, String text) {
        IllegalArgumentException failure = assertThrows(IllegalArgumentException.class, () -> load(text));
        Check.contains(expected, failure.getMessage());
    }

    @Test
    void byteOrderMark_isNoPartOfTheFirstWord() throws IOException {
        assertEquals(
                "a",
                load("\uFEFFdate 2026-01-31\r\nname\r\na\r\n").rows().get(0).requiredText("name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lines_areCountedAsEditorsDo_commentsAndEmptyOnesToo(String end) {
        String text = String.join(end, "# one", "", "date 2026-01-31 # three", " \t", "name # five", "#", "a b");

        assertFails("t.txt:7: this line has 2 cells where the table has 1 columns", text);
    }

    @Test
    void unusualSeparators_countAsNoLine() {
        assertFails("t.txt:3: this line has 3 cells", "date 2026-01-31\nname # a\u2028b\u0085c\u000Bd\ne\ff g");
    }

    @Test
    void names_ofAllLetters_areRead() throws IOException {
        assertEquals(
                "千问-\uD83E\uDD16",
                load("date 2026-01-31\nname\n千问-\uD83E\uDD16").rows().get(0).requiredText("name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "NaN", "Infinity", "1e309", "1,5", "--", "1.2.3", "$2", "٣"})
    void number_thatIsNone_isRefused(String cell) throws IOException {
        Row row = load("date 2026-01-31\nname size\na " + cell).rows().get(0);

        IllegalArgumentException failure =
                assertThrows(IllegalArgumentException.class, () -> row.requiredNumber("size"));
        assertEquals(
                folder.resolve("t.txt") + ":3: \"" + cell
                        + "\" in column \"size\" is not a number of 0 or more, such as 2.50",
                failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "a,", ",a", "a,,b"})
    void listWithAnEmptyPart_isRefused(String cell) throws IOException {
        Row row = load("date 2026-01-31\nname tags\na " + cell).rows().get(0);

        IllegalArgumentException failure = assertThrows(IllegalArgumentException.class, () -> row.list("tags"));
        Check.contains(":3: \"" + cell + "\" in column \"tags\" has a comma too many", failure.getMessage());
    }

    @Test
    void dates_thatAreNone_areRefused() {
        for (String date : List.of("2026-02-30", "31.01.2026", "2026-1-31", "20260131")) {
            assertFails("t.txt:1: \"" + date + "\" is not a date; write it like 2026-11-24", "date " + date);
        }
        assertFails("t.txt:1: the first line says when", "date");
        assertFails("t.txt:1: the first line says when", "date 2026-01-31 2026-02-01");
    }

    @Test
    void hugeTable_isRead() throws IOException {
        String rows =
                IntStream.range(0, 100_000).mapToObj(i -> "m" + i + " " + i).collect(Collectors.joining("\n"));

        TextTable table = load("date 2026-01-31\nname size\n" + rows);
        assertEquals(100_000, table.rows().size());
        assertEquals(99_999, table.rows().get(99_999).requiredNumber("size"));
    }
}
