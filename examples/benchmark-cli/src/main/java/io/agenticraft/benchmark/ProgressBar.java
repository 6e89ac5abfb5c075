package io.agenticraft.benchmark;

import io.agenticraft.benchmark.load.Progress;
import io.agenticraft.benchmark.load.Target;
import io.agenticraft.benchmark.measure.Quantile;
import io.agenticraft.benchmark.measure.Recording;
import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One line that is written over and over again, and wiped at the end. */
final class ProgressBar implements Progress, AutoCloseable {
    private static final int WIDTH = 24;
    private static final String WIPE = "\r\u001b[K";

    private final @Nullable PrintStream out;

    private ProgressBar(@Nullable PrintStream out) {
        this.out = out;
    }

    static ProgressBar on(PrintStream out) {
        return new ProgressBar(out);
    }

    static ProgressBar none() {
        return new ProgressBar(null);
    }

    @Override
    public void at(Target target, boolean warmup, double share, Recording sofar) {
        if (out != null) {
            out.print(WIPE + line(target, warmup, share, sofar));
            out.flush();
        }
    }

    static String line(Target target, boolean warmup, double share, Recording sofar) {
        int full = (int) Math.round(Math.max(0, Math.min(1, share)) * WIDTH);
        StringBuilder line = new StringBuilder().append(target).append(" [");
        line.append("#".repeat(full)).append(".".repeat(WIDTH - full)).append(']');
        line.append(String.format(Locale.ROOT, " %3.0f %%", share * 100));
        if (warmup) {
            return line.append("  warm-up").toString();
        }
        Double median = sofar.latency().quantile(Quantile.P50);
        line.append(median == null ? "" : String.format(Locale.ROOT, "  p50 %.0f ms", median));
        return line.append(sofar.errors() == 0 ? "" : "  errors " + sofar.errors())
                .toString();
    }

    @Override
    public void close() {
        if (out != null) {
            out.print(WIPE);
            out.flush();
        }
    }
}
