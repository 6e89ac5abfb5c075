package io.agenticraft.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * All candidates as they were when the decision was made. Scores are computed anew, and words made, only when somebody
 * asks for them.
 */
final class Evaluation {
    private final Candidate[] candidates;
    private final Requirements wanted;
    private final Estimate[] estimates;

    Evaluation(Candidate[] candidates, Requirements wanted, Estimate[] estimates) {
        this.candidates = candidates;
        this.wanted = wanted;
        this.estimates = estimates;
    }

    ModelProfile profile(int candidate) {
        return candidates[candidate].profile;
    }

    Estimate estimate(int candidate) {
        return estimates[candidate];
    }

    double score(int candidate) {
        return candidates[candidate].score(wanted, estimates[candidate]);
    }

    double cost(int candidate) {
        return candidates[candidate].cost(wanted, estimates[candidate]);
    }

    List<String> ranking(int first) {
        List<String> names = new ArrayList<>();
        names.add(profile(first).name());
        for (int candidate : byScore()) {
            if (candidate != first) {
                names.add(profile(candidate).name());
            }
        }
        return List.copyOf(names);
    }

    private List<Integer> byScore() {
        List<Integer> within = new ArrayList<>();
        for (int i = 0; i < candidates.length; i++) {
            if (broken(i) == 0) {
                within.add(i);
            }
        }
        within.sort(Comparator.comparingDouble(candidate -> -score(candidate)));
        return within;
    }

    int broken(int candidate) {
        int needed = Capability.bits(wanted.capabilities());
        return candidates[candidate].broken(wanted, needed, estimates[candidate]);
    }

    List<Rejection> rejections() {
        List<Rejection> rejections = new ArrayList<>();
        for (int i = 0; i < candidates.length; i++) {
            int broken = broken(i);
            for (Limit limit : Limit.values()) {
                if ((broken & limit.bit) != 0) {
                    rejections.add(new Rejection(profile(i).name(), limit, detail(i, limit)));
                }
            }
        }
        return List.copyOf(rejections);
    }

    private String detail(int i, Limit limit) {
        Estimate found = estimates[i];
        ModelProfile profile = profile(i);
        return switch (limit) {
            case CAPABILITIES ->
                "cannot do all of " + written(wanted.capabilities()) + ", but " + written(profile.capabilities());
            case CONTEXT -> "context of " + profile.contextTokens() + " tokens is below " + wanted.minContextTokens();
            case QUALITY -> "quality " + profile.quality() + " is below " + wanted.minQuality();
            case LATENCY -> above("expected latency", found.latency(), wanted.maxLatencyMillis());
            case P95_LATENCY -> above("latency at p95", found.p95Latency(), wanted.maxP95LatencyMillis());
            case FIRST_TOKEN -> above("time to first token", found.firstToken(), wanted.maxFirstTokenMillis());
            case TOKENS_PER_SECOND ->
                format("%.1f tokens per second are below %.1f", found.tokensPerSecond(), wanted.minTokensPerSecond());
            case COST ->
                Double.isInfinite(cost(i))
                        ? format("no price is known, and a call may cost %s USD", wanted.maxCost())
                        : format("expected cost of %.6f USD is above %s USD", cost(i), wanted.maxCost());
            case ERROR_RATE ->
                format("%.1f %% of calls fail, above %.1f %%", 100 * found.errorRate(), 100 * wanted.maxErrorRate());
        };
    }

    private static List<String> written(Iterable<Capability> capabilities) {
        List<String> names = new ArrayList<>();
        capabilities.forEach(one -> names.add(one.written()));
        names.sort(Comparator.naturalOrder());
        return names;
    }

    private static String above(String what, double found, double limit) {
        return format("%s of %.0f ms is above %.0f ms", what, found, limit);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    /** A line for each candidate, with the parts of the chosen one's score. */
    String explain(int chosen) {
        StringBuilder text = new StringBuilder();
        for (int i : byScore()) {
            Estimate found = estimates[i];
            text.append(format(
                    "  %s %s: score %.3f; latency %.0f ms (p95 %.0f), first token %.0f ms, %.0f tokens/s, %.1f %% errors,"
                            + " %.6f USD, %.0f %% cached, quality %s\n",
                    i == chosen ? ">" : " ",
                    profile(i).name(),
                    score(i),
                    found.latency(),
                    found.p95Latency(),
                    found.firstToken(),
                    found.tokensPerSecond(),
                    100 * found.errorRate(),
                    cost(i),
                    100 * found.cacheShare(),
                    profile(i).quality()));
        }
        rejections().forEach(rejection -> text.append("  - ").append(rejection).append('\n'));
        return text.toString();
    }
}
