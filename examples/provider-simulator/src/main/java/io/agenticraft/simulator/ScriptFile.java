package io.agenticraft.simulator;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads a script: a list of rules, by itself or under {@code script} in a configuration file. */
final class ScriptFile {

    private static final Set<String> KEYS = Set.of("when", "after", "text", "reasoning", "tools", "error", "times");

    private ScriptFile() {}

    static Script read(Path file) {
        try {
            JsonNode content = ConfigFile.read(file);
            return parse(content.isObject() ? content.path("script") : content);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    static Script parse(JsonNode rules) {
        if (!rules.isArray()) {
            throw new IllegalArgumentException("a script is a list of rules");
        }
        List<Script.Rule> parsed = new ArrayList<>();
        for (JsonNode rule : rules) {
            try {
                parsed.add(rule(rule));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("rule " + (parsed.size() + 1) + ": " + e.getMessage(), e);
            }
        }
        return new Script(parsed);
    }

    private static Script.Rule rule(JsonNode rule) {
        rule.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException("unknown key '" + key + "'; known: "
                        + KEYS.stream().sorted().toList());
            }
        });
        List<Reply.ToolUse> tools = new ArrayList<>();
        rule.path("tools").forEach(tool -> tools.add(tool(tool)));
        String error = text(rule, "error");
        Reply reply =
                new Reply(text(rule, "reasoning"), text(rule, "text"), tools, error == null ? null : Fault.of(error));
        if (reply.text() == null && tools.isEmpty() && error == null) {
            throw new IllegalArgumentException("needs a text, tools or an error");
        }
        return new Script.Rule(
                pattern(text(rule, "when")),
                text(rule, "after"),
                reply,
                rule.path("times").asInt(Integer.MAX_VALUE));
    }

    private static Reply.ToolUse tool(JsonNode tool) {
        if (tool.isTextual()) {
            return Reply.ToolUse.of(tool.asText());
        }
        String name = text(tool, "name");
        if (name == null) {
            throw new IllegalArgumentException("a tool needs a name");
        }
        JsonNode arguments = tool.get("arguments");
        Map<String, Object> map = arguments == null
                ? null
                : Json.MAPPER.convertValue(arguments, new TypeReference<LinkedHashMap<String, Object>>() {});
        return new Reply.ToolUse(name, map);
    }

    private static @Nullable Pattern pattern(@Nullable String expression) {
        try {
            return expression == null ? null : Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("when: " + e.getDescription() + " in '" + expression + "'", e);
        }
    }

    private static @Nullable String text(JsonNode node, String key) {
        return node.hasNonNull(key) ? node.get(key).asText() : null;
    }
}
