package io.agenticraft.simulator;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Finds a string that a regular expression matches: in a given text, or written from the expression's parts. */
final class PatternExample {

    private static final int MANY = 10_000;

    private final String pattern;
    private int at;

    private PatternExample(String pattern) {
        this.pattern = pattern;
    }

    /** A match; an arbitrary text when the expression has parts that are not understood. */
    static String of(String expression, String text) {
        try {
            String unanchored = expression.replaceFirst("^\\^", "").replaceFirst("(?<!\\\\)\\$$", "");
            Matcher matcher = Pattern.compile("\\b(?:" + unanchored + ")\\b").matcher(text);
            if (matcher.find() && !matcher.group().isEmpty()) {
                return matcher.group();
            }
            return new PatternExample(unanchored).alternatives();
        } catch (PatternSyntaxException | IndexOutOfBoundsException | NumberFormatException e) {
            return "example";
        }
    }

    /** Writes the first alternative and skips the others. */
    private String alternatives() {
        StringBuilder out = new StringBuilder();
        boolean first = true;
        while (at < pattern.length() && pattern.charAt(at) != ')') {
            if (pattern.charAt(at) == '|') {
                first = false;
                at++;
                continue;
            }
            String piece = repeat(atom());
            out.append(first ? piece : "");
        }
        return out.toString();
    }

    private String atom() {
        char c = pattern.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> String.valueOf(characterOfClass());
            case '\\' -> escaped(pattern.charAt(at++));
            case '.' -> "a";
            case '^', '$' -> "";
            default -> String.valueOf(c);
        };
    }

    private String group() {
        if (pattern.startsWith("?:", at)) {
            at += 2;
        }
        String inner = alternatives();
        at++;
        return inner;
    }

    private static String escaped(char c) {
        return switch (c) {
            case 'd' -> "1";
            case 'w' -> "a";
            case 's' -> " ";
            case 'b' -> "";
            default -> String.valueOf(c);
        };
    }

    private char characterOfClass() {
        boolean negated = pattern.charAt(at) == '^';
        int end = pattern.indexOf(']', at + 1);
        char first = pattern.charAt(at);
        String chosen = first == '\\' ? escaped(pattern.charAt(at + 1)) : String.valueOf(first);
        at = end + 1;
        return negated || chosen.isEmpty() ? '~' : chosen.charAt(0);
    }

    private String repeat(String piece) {
        if (at >= pattern.length()) {
            return piece;
        }
        switch (pattern.charAt(at)) {
            case '*', '?' -> {
                at++;
                return "";
            }
            case '+' -> {
                at++;
                return piece;
            }
            case '{' -> {
                int end = pattern.indexOf('}', at);
                int times = Integer.parseInt(pattern.substring(at + 1, end).replaceFirst(",.*", ""));
                at = end + 1;
                return piece.repeat(Math.min(MANY, times));
            }
            default -> {
                return piece;
            }
        }
    }
}
