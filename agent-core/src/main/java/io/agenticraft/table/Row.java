package io.agenticraft.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of a {@link TextTable}; its errors name the file and the line. */
public final class Row {
    private static final String EMPTY = "-";

    private final TextTable table;
    private final int line;
    private final List<String> cells;

    Row(TextTable table, int line, List<String> cells) {
        this.table = table;
        this.line = line;
        this.cells = cells;
        if (cells.size() != table.width()) {
            throw error("this line has " + cells.size() + " cells where the table has " + table.width()
                    + " columns; write - for an empty cell");
        }
    }

    /** The cell's text, or null where it is empty or the table has no such column. */
    public @Nullable String text(String column) {
        int index = table.column(column);
        return index < 0 || cells.get(index).equals(EMPTY) ? null : cells.get(index);
    }

    /** The cell's text, which must be there. */
    public String requiredText(String column) {
        String text = text(column);
        if (text == null) {
            throw error("the cell of column \"" + column + "\" must not be empty");
        }
        return text;
    }

    /** The parts between the commas of the cell, none of them empty; none where the cell is empty. */
    public List<String> list(String column) {
        String text = text(column);
        if (text == null) {
            return List.of();
        }
        List<String> parts = List.of(text.split(",", -1));
        if (parts.contains("")) {
            throw error("\"" + text + "\" in column \"" + column + "\" has a comma too many; write it like one,two");
        }
        return parts;
    }

    /** The cell's number, not negative, or {@code otherwise} where it is empty. */
    public double number(String column, double otherwise) {
        return text(column) == null ? otherwise : requiredNumber(column);
    }

    /** The cell's number, not negative, which must be there. */
    public double requiredNumber(String column) {
        String text = requiredText(column);
        try {
            double number = Double.parseDouble(text);
            if (number >= 0 && number < Double.POSITIVE_INFINITY) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, like a negative number.
        }
        throw error("\"" + text + "\" in column \"" + column + "\" is not a number of 0 or more, such as 2.50");
    }

    /** An error in this row. */
    public IllegalArgumentException error(String message) {
        return table.error(line, message);
    }
}
