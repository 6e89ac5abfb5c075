package io.agenticraft.budget;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** What an account has spent, by slot. Not safe for use by many threads. */
final class Balance {
    private static final class Cell {
        final long slot;
        long nanoUsd;
        long tokens;

        Cell(long slot) {
            this.slot = slot;
        }
    }

    /** Oldest first. */
    private final Deque<Cell> cells = new ArrayDeque<>();

    private long nanoUsd;
    private long tokens;

    /** Forgets what does not count any more. */
    void forgetBefore(long oldest) {
        Cell first = cells.peekFirst();
        while (first != null && first.slot < oldest) {
            nanoUsd -= first.nanoUsd;
            tokens -= first.tokens;
            cells.removeFirst();
            first = cells.peekFirst();
        }
    }

    /** Adds to a slot; to the newest if the clock was set back. */
    void add(long slot, long addedNanoUsd, long addedTokens) {
        Cell last = cells.peekLast();
        if (last == null || last.slot < slot) {
            last = new Cell(slot);
            cells.addLast(last);
        }
        change(last, addedNanoUsd, addedTokens);
    }

    /** Corrects what was booked in a slot; no matter if it does not count any more. */
    void correct(long slot, long deltaNanoUsd, long deltaTokens) {
        Cell found = find(slot);
        if (found != null) {
            change(found, deltaNanoUsd, deltaTokens);
        }
    }

    private @Nullable Cell find(long slot) {
        for (Iterator<Cell> newestFirst = cells.descendingIterator(); newestFirst.hasNext(); ) {
            Cell cell = newestFirst.next();
            if (cell.slot <= slot) {
                return cell.slot == slot ? cell : null;
            }
        }
        return null;
    }

    private void change(Cell cell, long deltaNanoUsd, long deltaTokens) {
        cell.nanoUsd += deltaNanoUsd;
        cell.tokens += deltaTokens;
        nanoUsd += deltaNanoUsd;
        tokens += deltaTokens;
    }

    long nanoUsd() {
        return nanoUsd;
    }

    long tokens() {
        return tokens;
    }

    boolean isEmpty() {
        return cells.isEmpty();
    }

    /** The oldest slot in which something was spent, or {@code otherwise}. */
    long oldestSpent(long otherwise) {
        for (Cell cell : cells) {
            if (cell.nanoUsd > 0 || cell.tokens > 0) {
                return cell.slot;
            }
        }
        return otherwise;
    }
}
