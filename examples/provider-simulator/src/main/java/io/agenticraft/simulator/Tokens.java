package io.agenticraft.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * A deterministic stand-in for a tokenizer: a token is the white space before a word and up to four of its characters.
 * For English prose this comes near what real tokenizers count.
 */
final class Tokens {

    private static final int MAX_CHARS = 4;

    private Tokens() {}

    static List<String> split(String text) {
        List<String> tokens = new ArrayList<>(text.length() / 4 + 1);
        for (int start = 0; start < text.length(); ) {
            int end = endOfToken(text, start);
            tokens.add(text.substring(start, end));
            start = end;
        }
        return tokens;
    }

    static int count(String text) {
        int count = 0;
        for (int start = 0; start < text.length(); start = endOfToken(text, start)) {
            count++;
        }
        return count;
    }

    private static int endOfToken(String text, int start) {
        int end = start;
        while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        int limit = Math.min(text.length(), end + MAX_CHARS);
        while (end < limit && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        // Both halves of a surrogate pair belong to one token, or neither could be encoded.
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end++;
        }
        return end;
    }
}
