package io.agenticraft.openai;

import org.jspecify.annotations.Nullable;

/**
 * The field in which a host sends reasoning, learned from its answers: {@code reasoning} or {@code reasoning_content}.
 * Hosts that want it back want it under the name they use, and some refuse the other name.
 */
final class ReasoningField {
    private volatile @Nullable String name;

    /** Null until the host has sent reasoning. */
    @Nullable
    String name() {
        return name;
    }

    void seen(String field) {
        if (!field.equals(name)) {
            name = field;
        }
    }
}
