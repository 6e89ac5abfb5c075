package io.agenticraft.budget;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who has spent something lately: those whose last spending still counts. */
final class KnownAccounts {
    private static final int SWEEP_EVERY = 1_024;

    private final Map<Account, Long> latest = new ConcurrentHashMap<>();
    private volatile int sweepAt = SWEEP_EVERY;

    void note(Line line) {
        Long known = latest.get(line.account());
        if (known != null && known == line.slot()) {
            return;
        }
        latest.put(line.account(), line.slot());
        if (latest.size() >= sweepAt) {
            latest.entrySet()
                    .removeIf(
                            entry -> entry.getKey().budget().equals(line.budget()) && entry.getValue() < line.oldest());
            sweepAt = latest.size() + SWEEP_EVERY;
        }
    }

    /** An empty line for each, sorted. */
    List<Line> lines(Instant now) {
        List<Line> lines = new ArrayList<>();
        latest.forEach((account, slot) -> {
            Window window = account.budget().window();
            long current = window.slot(now);
            if (slot >= window.oldest(current)) {
                lines.add(new Line(account, current, window.oldest(current), 0, 0));
            }
        });
        lines.sort(Comparator.comparing((Line line) -> line.budget().name())
                .thenComparing(line -> String.valueOf(line.account().tenant()))
                .thenComparing(line -> String.valueOf(line.account().agent())));
        return lines;
    }
}
