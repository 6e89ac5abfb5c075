package io.agenticraft.benchmark.report;

import io.agenticraft.benchmark.measure.Report;

/** Turns a report into text. */
@FunctionalInterface
public interface ReportWriter {
    String write(Report report);

    /** A table for a terminal, with what must be known besides. */
    static ReportWriter table() {
        return new TextWriter();
    }

    /** One JSON object; what is not known is null. */
    static ReportWriter json() {
        return new JsonWriter();
    }

    /** A line per model after one of headings (RFC 4180); what is not known is empty. */
    static ReportWriter csv() {
        return new CsvWriter();
    }

    /** A page with plots that needs nothing from elsewhere. */
    static ReportWriter html() {
        return new HtmlWriter();
    }
}
