package io.agenticraft.benchmark;

import io.agenticraft.benchmark.measure.Report;
import io.agenticraft.benchmark.report.ReportWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where results go. */
final class OutputOptions {
    @ArgGroup
    private Form form = new Form();

    /** Either of them, or neither. */
    static final class Form {
        @Option(names = "--json", description = "Print JSON instead of a table.")
        private boolean json;

        @Option(names = "--csv", description = "Print CSV instead of a table.")
        private boolean csv;
    }

    @Option(names = "--html", paramLabel = "FILE", description = "Write a page with plots besides.")
    private @Nullable Path html;

    @Option(
            names = "--progress",
            negatable = true,
            description = "Show progress on stderr. Default: if that is a terminal.")
    @Nullable
    Boolean progress;

    /** Before anything is measured, which may take long and cost money. */
    void check(CommandSpec spec) {
        if (html == null) {
            return;
        }
        Path folder = html.toAbsolutePath().getParent();
        if (Files.isDirectory(html) || folder == null || !Files.isWritable(folder)) {
            throw new ParameterException(spec.commandLine(), "--html: cannot write " + html);
        }
    }

    void write(CommandSpec spec, Report report) {
        spec.commandLine().getOut().print(writer().write(report));
        spec.commandLine().getOut().flush();
        if (html != null) {
            try {
                Files.writeString(html, ReportWriter.html().write(report));
            } catch (IOException e) {
                throw new ParameterException(spec.commandLine(), "--html: cannot write " + html + " (" + e + ")", e);
            }
        }
    }

    private ReportWriter writer() {
        if (form.json) {
            return ReportWriter.json();
        }
        return form.csv ? ReportWriter.csv() : ReportWriter.table();
    }
}
