package io.agenticraft.openai;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a model of OpenAI's refuses, as far as its name tells. Of a name that says nothing, as a deployment's may, it is
 * assumed that it refuses nothing: its host will say so.
 *
 * @param kind which rules hold
 */
record ChatModel(Kind kind) {
    enum Kind {
        /** Answers at once: no reasoning to be set. */
        PLAIN,
        /** o1, o3, o4-mini and their like. */
        O_SERIES,
        /** gpt-5, which always reasons. */
        GPT_5,
        /** gpt-5.1 and later, which reason unless told not to. */
        GPT_5_POINT,
        UNKNOWN
    }

    private static final Pattern O_SERIES = Pattern.compile("o\\d(?:-.*)?");
    private static final Pattern GPT_5 = Pattern.compile("gpt-5(\\.\\d+)?(?:-(?!chat).*)?");
    private static final Pattern PLAIN = Pattern.compile("gpt-(?:3\\.5|4).*|chatgpt-4.*|gpt-5(\\.\\d+)?-chat.*");

    static ChatModel of(String name) {
        String model = name.toLowerCase(Locale.ROOT);
        Matcher five = GPT_5.matcher(model);
        if (five.matches()) {
            return new ChatModel(five.group(1) == null ? Kind.GPT_5 : Kind.GPT_5_POINT);
        }
        if (O_SERIES.matcher(model).matches()) {
            return new ChatModel(Kind.O_SERIES);
        }
        return new ChatModel(PLAIN.matcher(model).matches() ? Kind.PLAIN : Kind.UNKNOWN);
    }

    /** Whether it takes sampling options (temperature, penalties, stop sequences) while it reasons with that effort. */
    boolean samples(@Nullable String reasoningLevel) {
        return switch (kind) {
            case O_SERIES, GPT_5 -> false;
            // Which effort holds unasked differs among them; where it is not set the host decides.
            case GPT_5_POINT -> reasoningLevel == null || reasoningLevel.equals("none");
            case PLAIN, UNKNOWN -> true;
        };
    }

    boolean reasons() {
        return kind != Kind.PLAIN;
    }

    boolean takesParallelToolCalls() {
        return kind != Kind.O_SERIES;
    }
}
