package io.agenticraft.anthropic;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a model of Anthropic's refuses, as far as its name tells. Of a name that says nothing it is assumed that it refuses
 * nothing: Anthropic will say so.
 *
 * @param version a hundred times the major version and the minor one, such as 407 for {@code claude-opus-4-7}; 0 if unknown
 */
record ClaudeModel(int version) {
    private static final Pattern NAME =
            Pattern.compile(".*claude-(?:[a-z]+-)?(\\d{1,2})(?:[-.](\\d{1,2}))?(?![\\d.]).*", Pattern.DOTALL);

    static ClaudeModel of(String name) {
        Matcher matcher = NAME.matcher(name.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return new ClaudeModel(0);
        }
        int minor = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        return new ClaudeModel(100 * Integer.parseInt(matcher.group(1)) + minor);
    }

    private boolean isKnown() {
        return version > 0;
    }

    /** Whether temperature, top-p and top-k can be set at all. */
    boolean samples() {
        return version < 407;
    }

    /** Whether temperature and top-p can be set both. */
    boolean takesTemperatureAndTopP() {
        return version < 401;
    }

    boolean thinks() {
        return !isKnown() || version >= 307;
    }

    /** Whether a number of tokens can be set for thinking. */
    boolean takesBudget() {
        return thinks() && version < 407;
    }

    /** Whether it decides by itself how long it thinks, by an effort. */
    boolean thinksAdaptively() {
        return !isKnown() || version >= 406;
    }
}
