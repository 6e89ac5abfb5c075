package io.agenticraft.javaagent.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a line of the tree says of a span after its name. */
final class SpanFacts {
    private static final AttributeKey<String> REQUEST_MODEL = AttributeKey.stringKey("gen_ai.request.model");
    private static final AttributeKey<String> RESPONSE_MODEL = AttributeKey.stringKey("gen_ai.response.model");
    private static final AttributeKey<Long> INPUT_TOKENS = AttributeKey.longKey("gen_ai.usage.input_tokens");
    private static final AttributeKey<Long> OUTPUT_TOKENS = AttributeKey.longKey("gen_ai.usage.output_tokens");
    private static final AttributeKey<Double> FIRST_CHUNK =
            AttributeKey.doubleKey("gen_ai.response.time_to_first_chunk");
    private static final AttributeKey<Double> COST = AttributeKey.doubleKey("agenticraft.usage.cost");
    private static final AttributeKey<String> REASON = AttributeKey.stringKey("agenticraft.attempt.reason");
    private static final String OURS = "agenticraft.";
    private static final String COUNT = ".count";
    private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");
    private static final double NANOS = 1e9;
    private static final MathContext TWO_DIGITS = new MathContext(2);

    private SpanFacts() {}

    /**
     * Duration, model, tokens, cost, time to the first token, why an attempt was made, what policies have decided, error: each
     * after two blanks, where it is known.
     */
    static String of(SpanData span) {
        StringBuilder facts = new StringBuilder();
        double seconds = (span.getEndEpochNanos() - span.getStartEpochNanos()) / NANOS;
        facts.append(String.format(Locale.ROOT, "  %8s", time(seconds)));
        append(facts, "", model(span));
        append(facts, "", tokens(span));
        append(facts, "$", cost(span));
        Double first = span.getAttributes().get(FIRST_CHUNK);
        append(facts, "first token ", first == null ? null : time(first));
        append(facts, "", span.getAttributes().get(REASON));
        append(facts, "", decisions(span));
        append(facts, "error ", error(span));
        return facts.toString();
    }

    private static void append(StringBuilder facts, String label, @Nullable String value) {
        if (value != null) {
            facts.append("  ").append(label).append(value);
        }
    }

    private static @Nullable String model(SpanData span) {
        String answered = span.getAttributes().get(RESPONSE_MODEL);
        return answered == null ? span.getAttributes().get(REQUEST_MODEL) : answered;
    }

    private static @Nullable String tokens(SpanData span) {
        Long in = span.getAttributes().get(INPUT_TOKENS);
        Long out = span.getAttributes().get(OUTPUT_TOKENS);
        if (in == null && out == null) {
            return null;
        }
        return (in == null ? "?" : in) + " in, " + (out == null ? "?" : out) + " out";
    }

    private static @Nullable String cost(SpanData span) {
        Double usd = span.getAttributes().get(COST);
        return usd == null
                ? null
                : new BigDecimal(usd).round(TWO_DIGITS).stripTrailingZeros().toPlainString();
    }

    /** Their counts by kind, such as {@code 2 x retry, fallback}, in the order in which each kind first came. */
    private static @Nullable String decisions(SpanData span) {
        Set<String> kinds = new LinkedHashSet<>();
        span.getEvents().forEach(event -> kinds.add(event.getName()));
        String text = kinds.stream()
                .filter(kind -> kind.startsWith(OURS))
                .map(kind -> counted(span.getAttributes().get(AttributeKey.longKey(kind + COUNT)), kind))
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? null : text;
    }

    private static String counted(@Nullable Long count, String kind) {
        String words = kind.substring(OURS.length()).replace('_', ' ');
        return count == null || count == 1 ? words : count + " x " + words;
    }

    private static @Nullable String error(SpanData span) {
        String type = span.getAttributes().get(ERROR_TYPE);
        boolean failed = span.getStatus().getStatusCode() == StatusCode.ERROR;
        return type == null && failed ? "unknown" : type;
    }

    private static String time(double seconds) {
        return seconds < 1
                ? String.format(Locale.ROOT, "%.0f ms", seconds * 1000)
                : String.format(Locale.ROOT, "%.2f s", seconds);
    }
}
