package io.agenticraft.stats;

/** How much room text takes on a terminal, where East Asian letters and pictures are two columns wide and accents none. */
final class TextWidth {
    private TextWidth() {}

    static int of(String text) {
        return text.codePoints().map(TextWidth::columns).sum();
    }

    private static int columns(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(c) ? 2 : 1;
        };
    }

    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115F) // Hangul's first letters
                || (c >= 0x2E80 && c <= 0xA4CF) // radicals to Yi, with CJK, kana and Bopomofo
                || (c >= 0xAC00 && c <= 0xD7A3) // Hangul
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0x1F300 && c <= 0x1FAFF) // pictures
                || (c >= 0x20000 && c <= 0x3FFFD);
    }

    /** Without what would break a line or move the cursor: such letters become a question mark. */
    static String printable(String text) {
        return text.codePoints().anyMatch(Character::isISOControl) ? text.replaceAll("\\p{Cc}", "?") : text;
    }
}
