package io.agenticraft.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * A streamed answer as one text with marks in it: whatever lies between two marks is sent together, one token's time
 * after what lies before. Built whole before the first byte is sent, so that an answer without pauses is one write.
 */
final class Frames {

    private final StringBuilder text = new StringBuilder(4096);
    private final List<Integer> marks = new ArrayList<>();

    StringBuilder text() {
        return text;
    }

    /** Ends a token. */
    void mark() {
        marks.add(text.length());
    }

    /** The pieces to be sent one after another; at least one. */
    List<String> pieces() {
        List<String> pieces = new ArrayList<>(marks.size() + 1);
        int start = 0;
        for (int mark : marks) {
            pieces.add(text.substring(start, mark));
            start = mark;
        }
        // What follows the last token takes no time of its own.
        String rest = text.substring(start);
        if (pieces.isEmpty()) {
            pieces.add(rest);
        } else {
            pieces.set(pieces.size() - 1, pieces.get(pieces.size() - 1) + rest);
        }
        return pieces;
    }

    /** Drops what comes after the first half of the tokens. */
    void cutInHalf() {
        int end = marks.isEmpty() ? text.length() / 2 : marks.get(marks.size() / 2);
        text.setLength(end);
        marks.removeIf(mark -> mark > end);
    }
}
