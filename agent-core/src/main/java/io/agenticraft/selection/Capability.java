package io.agenticraft.selection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a task may need of a model, and not every model can. */
public enum Capability {
    /** Calls tools. */
    TOOLS(1),
    /** Sees images. */
    IMAGES(1 << 1),
    /** Keeps to a JSON schema. */
    JSON_SCHEMA(1 << 2),
    /** Reasons before it answers, as much as it is told to. */
    REASONING(1 << 3);

    private static final Capability[] ALL = values();
    /** Each set of them, in the place of its {@link #bits}. */
    private static final List<Set<Capability>> SETS = sets();

    private final int bit;

    Capability(int bit) {
        this.bit = bit;
    }

    private static List<Set<Capability>> sets() {
        List<Set<Capability>> sets = new ArrayList<>();
        for (int bits = 0; bits < 1 << ALL.length; bits++) {
            Set<Capability> one = EnumSet.noneOf(Capability.class);
            for (Capability capability : ALL) {
                if ((bits & capability.bit) != 0) {
                    one.add(capability);
                }
            }
            sets.add(Collections.unmodifiableSet(one));
        }
        return sets;
    }

    /** A bit for each. */
    static int bits(Set<Capability> some) {
        int bits = 0;
        for (Capability one : some) {
            bits |= one.bit;
        }
        return bits;
    }

    /** The same set, unchangeable, and without a copy for each who needs the same. */
    static Set<Capability> shared(Set<Capability> some) {
        return SETS.get(bits(some));
    }

    /** As it is written in profiles: {@code json-schema}. */
    String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static @Nullable Capability of(String written) {
        for (Capability one : ALL) {
            if (one.written().equals(written)) {
                return one;
            }
        }
        return null;
    }
}
