package io.agenticraft.simulator;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one request asks of the simulator itself, in the header {@code x-simulate: error=429; times=2} or in its
 * model's name, {@code simulate-error-429_times-2}.
 */
final class Directives {

    static final String HEADER = "x-simulate";
    static final Directives NONE = new Directives(Map.of());

    /** What models' names begin with that ask the simulator for something. */
    static final String MODEL_PREFIX = "simulate-";

    private static final List<String> NAMES = List.of(
            "error",
            "times",
            "retry-after",
            "first-token",
            "between-tokens",
            "tps",
            "tokens",
            "text",
            "reasoning",
            "cached");

    private final Map<String, String> values;

    private Directives(Map<String, String> values) {
        this.values = values;
    }

    /** Reads header and model name; an unknown directive or value is a bad request that lists the known ones. */
    static Directives parse(@Nullable String header, String model) {
        Map<String, String> values = new HashMap<>();
        if (model.startsWith(MODEL_PREFIX)) {
            for (String part : model.substring(MODEL_PREFIX.length()).split("_", -1)) {
                String name = NAMES.stream()
                        .filter(known -> part.equals(known) || part.startsWith(known + "-"))
                        .findFirst()
                        .orElseThrow(() -> unknown(part));
                values.put(name, part.length() > name.length() ? part.substring(name.length() + 1) : "true");
            }
        }
        for (String part : Objects.requireNonNullElse(header, "").split(";", -1)) {
            String[] pair = part.strip().split("=", 2);
            if (pair[0].isEmpty()) {
                continue;
            }
            if (!NAMES.contains(pair[0])) {
                throw unknown(pair[0]);
            }
            values.put(pair[0], pair.length == 2 ? pair[1].strip() : "true");
        }
        return values.isEmpty() ? NONE : new Directives(values);
    }

    private static Rejection unknown(String directive) {
        return Rejection.badRequest(
                "unknown directive '" + directive + "' for the simulator; known: " + String.join(", ", NAMES), HEADER);
    }

    @Nullable
    Fault fault() {
        return read("error", Fault::of);
    }

    /** How often the fault strikes the same request before it is answered well. */
    int times() {
        return Objects.requireNonNullElse(read("times", Integer::valueOf), Integer.MAX_VALUE);
    }

    Duration retryAfter() {
        return Objects.requireNonNullElse(read("retry-after", LatencyParser::duration), Duration.ofSeconds(1));
    }

    Latency firstToken(Latency usual) {
        return Objects.requireNonNullElse(read("first-token", Latency::parse), usual);
    }

    Latency betweenTokens(Latency usual) {
        Latency rate = read("tps", text -> Rates.perSecond(Double.parseDouble(text)));
        return rate != null ? rate : Objects.requireNonNullElse(read("between-tokens", Latency::parse), usual);
    }

    int tokens(int usual) {
        return Objects.requireNonNullElse(
                read("tokens", text -> SimulatorOptions.Builder.answerLength(Integer.parseInt(text))), usual);
    }

    @Nullable
    String text() {
        return values.get("text");
    }

    boolean reasoning() {
        return values.containsKey("reasoning");
    }

    /** How many tokens of the prompt came from a cache. */
    int cached(int usual) {
        return Objects.requireNonNullElse(read("cached", Integer::valueOf), usual);
    }

    private <T> @Nullable T read(String name, java.util.function.Function<String, T> parser) {
        String value = values.get(name);
        if (value == null) {
            return null;
        }
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException e) {
            throw Rejection.badRequest("directive '" + name + "': " + e.getMessage(), HEADER);
        }
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
