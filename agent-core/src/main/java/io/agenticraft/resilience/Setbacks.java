package io.agenticraft.resilience;

import io.agenticraft.policy.Attempt;
import io.agenticraft.provider.ProviderException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A call's failed attempts, in the order in which they failed. */
final class Setbacks {
    private final List<Setback> all = new ArrayList<>(4);

    private record Setback(Attempt attempt, String target, Throwable failure, Duration after) {}

    void add(Attempt attempt, String target, Throwable failure, Duration after) {
        all.add(new Setback(attempt, target, failure, after));
    }

    /**
     * Makes the last failure tell of the earlier ones. An exception that a provider throws more than once is left as it is:
     * it would grow with every call, and in the end contain itself.
     */
    void attachTo(Throwable last) {
        List<Throwable> earlier = new ArrayList<>(all.size());
        for (Setback one : all) {
            earlier.add(one.failure());
        }
        if (!earlier.isEmpty() && earlier.get(earlier.size() - 1) == last) {
            earlier.remove(earlier.size() - 1);
        }
        if (earlier.isEmpty() || earlier.contains(last)) {
            return;
        }
        synchronized (last) {
            if (!FailedAttempts.in(last)) {
                last.addSuppressed(new FailedAttempts(summary()));
                earlier.stream().filter(one -> !FailedAttempts.in(one)).forEach(last::addSuppressed);
            }
        }
    }

    private String summary() {
        StringBuilder text = new StringBuilder().append(all.size()).append(" attempts failed:");
        for (Setback one : all) {
            text.append(" [")
                    .append(one.attempt().number())
                    .append("] ")
                    .append(one.attempt().reason());
            text.append(" at ").append(one.target()).append(" after ");
            text.append(one.after().toMillis())
                    .append(" ms: ")
                    .append(words(one.failure()))
                    .append(';');
        }
        text.setLength(text.length() - 1);
        return text.toString();
    }

    private static String words(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        if (!(failure instanceof ProviderException known) || known.status() == 0) {
            return name;
        }
        return name + " (" + known.status() + (known.code() == null ? "" : " " + known.code()) + ")";
    }
}
