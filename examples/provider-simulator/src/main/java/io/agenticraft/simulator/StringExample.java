package io.agenticraft.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Invents strings for a schema: by format, by pattern, or with the words of the user that fit the property's name. */
final class StringExample {

    private static final Map<String, String> FORMATS = Map.ofEntries(
            Map.entry("date-time", "2026-01-15T09:30:00Z"),
            Map.entry("date", "2026-01-15"),
            Map.entry("time", "09:30:00Z"),
            Map.entry("duration", "PT1H"),
            Map.entry("email", "user@example.com"),
            Map.entry("hostname", "example.com"),
            Map.entry("ipv4", "192.0.2.1"),
            Map.entry("ipv6", "2001:db8::1"),
            Map.entry("uri", "https://example.com/"),
            Map.entry("uuid", "3f2b8c1e-9a4d-4c7b-8e21-5d6f7a8b9c0d"));

    private static final int MAX_QUOTED = 200;
    private static final int LONGEST = 1_000_000;
    private static final Pattern CODE = Pattern.compile("[A-Za-z]{0,6}[-#]?\\d{2,12}(?:-\\d+)?");
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
    private static final Pattern PLACE =
            Pattern.compile("\\b(?:in|for|at|to|from|of|and)\\s+(\\p{Lu}[\\p{L}.'-]*(?:\\s+\\p{Lu}[\\p{L}.'-]*)*)");
    private static final Pattern IDENTIFIER = Pattern.compile("(^|_)(id|number|code|order|ticket)(_|$)|Id$|Number$");
    private static final Pattern LOCATION = Pattern.compile("city|location|place|country|town|region");

    private final String hint;

    StringExample(String hint) {
        this.hint = hint;
    }

    String of(JsonNode schema, String name, int index) {
        String format = FORMATS.get(schema.path("format").asText(""));
        if (format != null) {
            return format;
        }
        if (schema.path("pattern").isTextual()) {
            return PatternExample.of(schema.get("pattern").asText(), hint);
        }
        return fit(guess(name) + (index == 0 ? "" : " " + (index + 1)), schema);
    }

    private static String fit(String text, JsonNode schema) {
        int min = Math.min(LONGEST, schema.path("minLength").asInt(0));
        int max = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        String padded = text.length() >= min ? text : text + "x".repeat(min - text.length());
        return padded.length() <= max ? padded : padded.substring(0, max);
    }

    private String guess(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("mail")) {
            return found(EMAIL, 0, "user@example.com");
        }
        if (LOCATION.matcher(lower).find()) {
            return found(PLACE, 1, "Berlin");
        }
        if (IDENTIFIER.matcher(name).find()) {
            return found(CODE, 0, "1001");
        }
        String said = hint.strip();
        return said.isEmpty() ? "example" : said.substring(0, Math.min(MAX_QUOTED, said.length()));
    }

    private String found(Pattern pattern, int group, String otherwise) {
        Matcher matcher = pattern.matcher(hint);
        return matcher.find() ? matcher.group(group) : otherwise;
    }

    /** The one of the values that the user mentioned, else the one at the index. */
    JsonNode mentioned(JsonNode values, int index) {
        String said = hint.toLowerCase(Locale.ROOT);
        for (JsonNode value : values) {
            if (index == 0 && value.isTextual() && said.contains(value.asText().toLowerCase(Locale.ROOT))) {
                return value;
            }
        }
        return values.get(index % values.size());
    }
}
