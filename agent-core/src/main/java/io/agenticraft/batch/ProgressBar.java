package io.agenticraft.batch;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Shows a batch's progress: on a terminal a bar that is drawn over and over, elsewhere, such as in a log, a line for each
 * tenth and otherwise every 10 s. Give it to {@link Batch#onProgress} and close it at the end.
 */
public final class ProgressBar implements Consumer<BatchProgress>, AutoCloseable {
    private static final int WIDTH = 24;
    private static final int LEAST_WIDTH = 8;
    private static final int USUAL_COLUMNS = 80;
    private static final String DUMB = "dumb";
    private static final int TENTHS = 10;
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final String WIPE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private final int columns;
    private boolean drawn;
    private long lastTenth = -1;
    private Duration last = Duration.ZERO;

    private ProgressBar(PrintStream out, boolean terminal, int columns) {
        this.out = Objects.requireNonNull(out, "out");
        this.terminal = terminal;
        this.columns = columns;
    }

    /** On standard error, where it does not mix with results. */
    public static ProgressBar onStandardError() {
        return new ProgressBar(System.err, isTerminal(System.getenv("TERM")), columns(System.getenv("COLUMNS")));
    }

    /**
     * On a stream.
     *
     * @param terminal whether {@code out} understands that a line is to be wiped and written anew
     */
    public static ProgressBar on(PrintStream out, boolean terminal) {
        return new ProgressBar(out, terminal, USUAL_COLUMNS);
    }

    /** On a terminal of so many columns; a line that is longer would be drawn below itself again and again. */
    static ProgressBar on(PrintStream out, int columns) {
        return new ProgressBar(out, true, columns);
    }

    /** What a shell says of its terminal, which it rarely exports. */
    static int columns(@Nullable String said) {
        try {
            int columns = said == null ? 0 : Integer.parseInt(said.strip());
            return columns < 2 ? USUAL_COLUMNS : columns;
        } catch (NumberFormatException e) {
            return USUAL_COLUMNS;
        }
    }

    /** From JDK 22 on there is a console without a terminal, and it says so. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal(@Nullable String term) {
        Console console = System.console();
        if (console == null || term == null || term.equals(DUMB)) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true; // an older JDK, where a console is a terminal
        }
    }

    @Override
    public synchronized void accept(BatchProgress progress) {
        if (terminal) {
            out.print(WIPE + line(progress));
            out.flush();
            drawn = true;
        } else if (isWorthALine(progress)) {
            out.println(text(progress));
        }
    }

    private boolean isWorthALine(BatchProgress progress) {
        long tenth =
                progress.total() == null || progress.total() == 0 ? 0 : progress.done() * TENTHS / progress.total();
        boolean worth = tenth > lastTenth || progress.elapsed().minus(last).compareTo(SILENCE) >= 0;
        if (worth) {
            lastTenth = tenth;
            last = progress.elapsed();
        }
        return worth;
    }

    private String line(BatchProgress progress) {
        String text = text(progress);
        int room = columns - 1;
        String line = bar(progress, Math.min(WIDTH, room - text.length() - "[] ".length())) + text;
        return line.length() <= room ? line : line.substring(0, room);
    }

    private static String bar(BatchProgress progress, int width) {
        if (progress.total() == null || width < LEAST_WIDTH) {
            return "";
        }
        double share = progress.total() == 0 ? 1 : Math.min(1.0, (double) progress.done() / progress.total());
        int full = (int) (share * width);
        return "[" + "#".repeat(full) + ".".repeat(width - full) + "] ";
    }

    private static String text(BatchProgress progress) {
        StringBuilder text = new StringBuilder().append(progress.done());
        text.append(progress.total() == null ? "" : "/" + progress.total());
        text.append(progress.failed() == 0 ? "" : ", " + progress.failed() + " failed");
        text.append(", ").append(progress.inFlight()).append(" of ").append(progress.concurrency());
        text.append(String.format(Locale.ROOT, " at once, %.1f/s", progress.rate()));
        Duration eta = progress.eta();
        return text.append(eta == null ? "" : ", " + time(eta) + " left").toString();
    }

    private static String time(@Nullable Duration eta) {
        long seconds = eta == null ? 0 : eta.toSeconds();
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** Wipes the bar. */
    @Override
    public synchronized void close() {
        if (drawn) {
            out.print(WIPE);
            out.flush();
            drawn = false;
        }
    }
}
