package io.agenticraft.selection;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a task may need of a model, and not every model can. */
public enum Capability {
    /** Calls tools. */
    TOOLS,
    /** Sees images. */
    IMAGES,
    /** Keeps to a JSON schema. */
    JSON_SCHEMA,
    /** Reasons before it answers, as much as it is told to. */
    REASONING;

    /** As it is written in profiles: {@code json-schema}. */
    String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static @Nullable Capability of(String written) {
        for (Capability one : values()) {
            if (one.written().equals(written)) {
                return one;
            }
        }
        return null;
    }
}
