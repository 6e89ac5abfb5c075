package io.agenticraft.otel.adapters.openai;

import com.openai.core.JsonField;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads values that may be missing, null or of an unforeseen kind. Never throws for what a host or a server has put there. */
final class Fields {
    private Fields() {}

    /** The string, or null. */
    static @Nullable String text(JsonField<?> field) {
        return field.asString().orElse(null);
    }

    /** The text behind an enumeration's value, one that the library does not know included, or null. */
    static <T> @Nullable String text(JsonField<T> field, Function<T, JsonField<String>> value) {
        T known = field.asKnown().orElse(null);
        return text(known == null ? field : value.apply(known));
    }

    /** The number, or null. */
    static @Nullable Number number(JsonField<?> field) {
        Object known = field.asKnown().orElse(null);
        return known instanceof Number number ? number : field.asNumber().orElse(null);
    }

    /** The number as a whole one, or null. */
    static @Nullable Long whole(JsonField<?> field) {
        Number number = number(field);
        return number == null ? null : (Long) number.longValue();
    }

    /** The number as a floating one, or null. */
    static @Nullable Double real(JsonField<?> field) {
        Number number = number(field);
        return number == null ? null : (Double) number.doubleValue();
    }

    /** The value if it is of the kind that the library knows, or null. */
    static <T> @Nullable T known(JsonField<T> field) {
        return field.asKnown().orElse(null);
    }
}
