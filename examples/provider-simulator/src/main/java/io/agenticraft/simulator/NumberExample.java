package io.agenticraft.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Invents numbers within the bounds of a schema, preferring the first number the user wrote. */
final class NumberExample {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d{1,9}(?:\\.\\d{1,6})?(?![\\w.]*\\w)");

    private final double hint;

    NumberExample(String text) {
        Matcher matcher = NUMBER.matcher(text);
        this.hint = matcher.find() ? Double.parseDouble(matcher.group()) : 1;
    }

    JsonNode integer(JsonNode schema, int index) {
        double step = Math.max(1, schema.path("multipleOf").asDouble(1));
        double low = Math.ceil(low(schema, 1));
        double high = Math.floor(high(schema, 1));
        return JsonNodeFactory.instance.numberNode((long) within(Math.rint(hint), low, high, step, index));
    }

    JsonNode number(JsonNode schema, int index) {
        double step = schema.path("multipleOf").asDouble(0);
        return JsonNodeFactory.instance.numberNode(within(hint, low(schema, 0.5), high(schema, 0.5), step, index));
    }

    private static double within(double wish, double low, double high, double step, int index) {
        double value = wish >= low && wish <= high ? wish : low > Double.NEGATIVE_INFINITY ? low : high;
        if (step > 0) {
            value = Math.ceil(value / step) * step;
            value = value > high ? Math.floor(high / step) * step : value;
        }
        double unit = step > 0 ? step : 0.5;
        return value + index * unit <= high ? value + index * unit : value - index * unit;
    }

    private static double low(JsonNode schema, double gap) {
        double low = schema.path("minimum").asDouble(Double.NEGATIVE_INFINITY);
        JsonNode exclusive = schema.path("exclusiveMinimum");
        return exclusive.isNumber() ? Math.max(low, exclusive.asDouble() + inner(schema, gap)) : low;
    }

    private static double high(JsonNode schema, double gap) {
        double high = schema.path("maximum").asDouble(Double.POSITIVE_INFINITY);
        JsonNode exclusive = schema.path("exclusiveMaximum");
        return exclusive.isNumber() ? Math.min(high, exclusive.asDouble() - inner(schema, gap)) : high;
    }

    /** How far to stay from an excluded bound: less than the distance between two of them. */
    private static double inner(JsonNode schema, double gap) {
        JsonNode low = schema.path("exclusiveMinimum");
        JsonNode high = schema.path("exclusiveMaximum");
        return gap < 1 && low.isNumber() && high.isNumber()
                ? Math.min(gap, (high.asDouble() - low.asDouble()) / 4)
                : gap;
    }
}
