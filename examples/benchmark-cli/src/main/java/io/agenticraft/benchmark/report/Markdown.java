package io.agenticraft.benchmark.report;

/** What must not be taken for markup. */
final class Markdown {
    private Markdown() {}

    /** Text for a cell of a table. */
    static String cell(String text) {
        return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ").replace("<", "&lt;");
    }
}
