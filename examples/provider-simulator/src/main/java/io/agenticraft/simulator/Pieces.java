package io.agenticraft.simulator;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into pieces of a given size, never through a surrogate pair. */
final class Pieces {

    private Pieces() {}

    static List<String> of(String text, int size) {
        List<String> pieces = new ArrayList<>(text.length() / size + 1);
        for (int start = 0; start < text.length(); ) {
            int end = Math.min(text.length(), start + size);
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
                end++;
            }
            pieces.add(text.substring(start, end));
            start = end;
        }
        return pieces;
    }
}
