package io.agenticraft.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table in a text file: a line {@code date 2026-11-24}, a line with the columns' names, then a line per row. Columns
 * stand apart by spaces or tabs, {@code -} is an empty cell, {@code #} begins a comment.
 */
public final class TextTable {
    /** Which editors of Windows put before text in UTF-8. */
    private static final String MARK = "\uFEFF";

    private final String file;
    private @Nullable LocalDate date;
    private List<String> columns = List.of();
    private final List<Row> rows = new ArrayList<>();

    private TextTable(String file) {
        this.file = file;
    }

    /**
     * Reads a user's file in UTF-8.
     *
     * @param required columns that must be there
     * @param optional columns that may be there
     * @throws IllegalArgumentException if it cannot be read or is malformed; the message names the file and the line
     */
    public static TextTable load(Path file, Set<String> required, Set<String> optional) {
        try {
            String text = Files.readString(file);
            return parse(file.toString(), text.startsWith(MARK) ? text.substring(1) : text, required, optional);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(file + ": there is no such file; looked at " + file.toAbsolutePath(), e);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + ": is not text in UTF-8; save it as such", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": cannot be read: " + e, e);
        }
    }

    /** Reads a table that lies beside a class. */
    public static TextTable resource(Class<?> beside, String name, Set<String> required, Set<String> optional) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(
                        name + " is missing beside " + beside.getName() + "; the jar is incomplete");
            }
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8), required, optional);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TextTable parse(String file, String text, Set<String> required, Set<String> optional) {
        TextTable table = new TextTable(file);
        String[] lines = text.split("\r\n|\n|\r", -1);
        for (int i = 0; i < lines.length; i++) {
            int comment = lines[i].indexOf('#');
            String line = (comment < 0 ? lines[i] : lines[i].substring(0, comment)).strip();
            if (!line.isEmpty()) {
                table.add(i + 1, List.of(line.split("\\s+")), required, optional);
            }
        }
        if (table.columns.isEmpty()) {
            throw new IllegalArgumentException(file + ":" + lines.length
                    + ": the table ends before its first row; it begins with a line \"date 2026-11-24\" and a line with the columns "
                    + required);
        }
        return table;
    }

    private void add(int line, List<String> cells, Set<String> required, Set<String> optional) {
        if (date == null) {
            date = parseDate(line, cells);
        } else if (columns.isEmpty()) {
            columns = checkColumns(line, cells, required, optional);
        } else {
            rows.add(new Row(this, line, cells));
        }
    }

    private LocalDate parseDate(int line, List<String> cells) {
        if (cells.size() == 2 && cells.get(0).equals("date")) {
            try {
                return LocalDate.parse(cells.get(1));
            } catch (DateTimeParseException e) {
                throw error(line, "\"" + cells.get(1) + "\" is not a date; write it like 2026-11-24");
            }
        }
        throw error(
                line,
                "the first line says when the figures were true, such as \"date 2026-11-24\"; found \""
                        + String.join(" ", cells) + "\"");
    }

    private List<String> checkColumns(int line, List<String> names, Set<String> required, Set<String> optional) {
        for (String name : names) {
            if (!required.contains(name) && !optional.contains(name)) {
                throw error(
                        line,
                        "there is no column \"" + name + "\"; columns are " + required + ", and if needed " + optional);
            }
        }
        if (Set.copyOf(names).size() < names.size()) {
            throw error(line, "a column is named twice: " + names);
        }
        for (String name : required) {
            if (!names.contains(name)) {
                throw error(line, "the column \"" + name + "\" is missing; there is " + names);
            }
        }
        return names;
    }

    /** When the figures were true. */
    public LocalDate date() {
        return date == null ? LocalDate.EPOCH : date;
    }

    public List<Row> rows() {
        return rows;
    }

    int column(String name) {
        return columns.indexOf(name);
    }

    int width() {
        return columns.size();
    }

    IllegalArgumentException error(int line, String message) {
        return new IllegalArgumentException(file + ":" + line + ": " + message);
    }
}
