package io.agenticraft.pricing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes from a model's name what only says which edition it is. */
final class ModelName {
    /** {@code gpt-4o-2024-08-06}, {@code claude-haiku-4-5-20251001}, {@code claude-haiku-4-5@20251001}. */
    private static final Pattern DATED =
            Pattern.compile("(?<name>.+)[-@](?:20\\d{2}-[01]\\d-[0-3]\\d|20\\d{2}[01]\\d[0-3]\\d)");

    private static final String LATEST = "-latest";

    private ModelName() {}

    /** The name without a date or {@code -latest}, or null where it has neither. */
    static @Nullable String undated(String name) {
        if (name.endsWith(LATEST) && name.length() > LATEST.length()) {
            return name.substring(0, name.length() - LATEST.length());
        }
        Matcher dated = DATED.matcher(name);
        return dated.matches() ? dated.group("name") : null;
    }
}
