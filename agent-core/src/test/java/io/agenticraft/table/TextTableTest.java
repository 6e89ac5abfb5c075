package io.agenticraft.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agenticraft.testing.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextTableTest {
    @TempDir
    Path folder = Path.of(".");

    private TextTable load(String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve("t.txt"), String.join("\n", lines));
        return TextTable.load(file, Set.of("name"), Set.of("size", "tags"));
    }

    private void assertFails(String expected, String... lines) {
        IllegalArgumentException failure = assertThrows(IllegalArgumentException.class, () -> load(lines));
        Check.contains(expected, failure.getMessage());
    }

    @Test
    void load_readsCellsByColumn() throws IOException {
        TextTable table = load("# comment", "date 2026-01-31", "", "name\tsize tags", "a  1.5 x,y # why", "b - -");

        assertEquals(LocalDate.of(2026, 1, 31), table.date());
        Row first = table.rows().get(0);
        assertEquals("a", first.requiredText("name"));
        assertEquals(1.5, first.requiredNumber("size"));
        assertEquals(List.of("x", "y"), first.list("tags"));
        Row second = table.rows().get(1);
        assertNull(second.text("size"));
        assertEquals(7, second.number("size", 7));
        assertEquals(List.of(), second.list("tags"));
    }

    @Test
    void load_windowsLineEnds_countAsOneLine() {
        assertFails("t.txt:3: this line has 2 cells", "date 2026-01-31\r", "name\r", "a b\r");
    }

    @Test
    void column_thatIsNotThere_isEmpty() throws IOException {
        assertNull(load("date 2026-01-31", "name", "a").rows().get(0).text("size"));
    }

    @Test
    void load_withoutDate_saysWhatToWrite() {
        assertFails(
                "t.txt:1: the first line says when the figures were true, such as \"date 2026-11-24\"", "name", "a");
        assertFails("t.txt:2: \"yesterday\" is not a date; write it like 2026-11-24", "", "date yesterday");
    }

    @Test
    void load_wrongColumns_namesThem() {
        assertFails("t.txt:2: there is no column \"nmae\"", "date 2026-01-31", "nmae");
        assertFails("t.txt:2: the column \"name\" is missing", "date 2026-01-31", "size");
        assertFails("t.txt:2: a column is named twice", "date 2026-01-31", "name name");
        assertFails("t.txt:1: the table ends before its first row", "date 2026-01-31");
        assertFails("t.txt:1: the table ends before its first row", "");
    }

    @Test
    void row_ofWrongWidth_namesLine() {
        assertFails(
                "t.txt:4: this line has 3 cells where the table has 2", "date 2026-01-31", "name size", "a 1", "b 1 2");
    }

    @Test
    void row_wrongCell_namesLineColumnAndForm() throws IOException {
        TextTable table = load("date 2026-01-31", "name size", "a 1,5", "b -1", "- NaN");

        for (Row row : table.rows()) {
            IllegalArgumentException failure =
                    assertThrows(IllegalArgumentException.class, () -> row.requiredNumber("size"));
            Check.contains("in column \"size\" is not a number of 0 or more", failure.getMessage());
        }
        IllegalArgumentException failure = assertThrows(
                IllegalArgumentException.class, () -> table.rows().get(2).requiredText("name"));
        Check.contains("t.txt:5: the cell of column \"name\" must not be empty", failure.getMessage());
    }

    @Test
    void load_unreadableFile_saysWhy() throws IOException {
        Path absent = folder.resolve("absent.txt");
        Path binary = Files.write(folder.resolve("binary.txt"), new byte[] {(byte) 0xff, 0x00, (byte) 0xfe});

        Check.contains("there is no such file", message(absent));
        Check.contains("is not text in UTF-8", message(binary));
        Check.contains("cannot be read", message(folder));
    }

    private static String message(Path file) {
        IllegalArgumentException failure =
                assertThrows(IllegalArgumentException.class, () -> TextTable.load(file, Set.of("name"), Set.of()));
        return String.valueOf(failure.getMessage());
    }

    @Test
    void resource_thatIsMissing_isToldAtOnce() {
        assertThrows(
                IllegalStateException.class,
                () -> TextTable.resource(TextTableTest.class, "absent.txt", Set.of("name"), Set.of()));
    }
}
