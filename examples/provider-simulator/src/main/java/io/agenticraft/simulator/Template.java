package io.agenticraft.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fills the variables of a scripted reply from the conversation. An unknown variable becomes nothing. */
final class Template {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]+)}");

    private final Call.Conversation conversation;
    private final MatchResult match;

    Template(Call.Conversation conversation, MatchResult match) {
        this.conversation = conversation;
        this.match = match;
    }

    Reply fill(Reply reply) {
        List<Reply.ToolUse> tools = new ArrayList<>();
        for (Reply.ToolUse use : reply.tools()) {
            tools.add(new Reply.ToolUse(use.name(), fillArguments(use.arguments())));
        }
        return new Reply(fill(reply.reasoning()), fill(reply.text()), tools, reply.fault());
    }

    private @Nullable Map<String, Object> fillArguments(@Nullable Map<String, Object> arguments) {
        if (arguments == null) {
            return null;
        }
        Map<String, Object> filled = new LinkedHashMap<>();
        arguments.forEach((name, value) -> filled.put(name, value instanceof String text ? expand(text) : value));
        return filled;
    }

    private @Nullable String fill(@Nullable String text) {
        return text == null ? null : expand(text);
    }

    private String expand(String text) {
        return VARIABLE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
    }

    private String value(String variable) {
        if (variable.equals("user")) {
            return conversation.user();
        }
        if (variable.startsWith("tool.")) {
            return lastResult(variable.substring("tool.".length()));
        }
        if (variable.chars().allMatch(Character::isDigit)) {
            int group = Integer.parseInt(variable);
            @Nullable String value = group <= match.groupCount() ? match.group(group) : null;
            return value == null ? "" : value;
        }
        return "";
    }

    private String lastResult(String tool) {
        String result = "";
        for (Call.Outcome outcome : conversation.outcomes()) {
            result = outcome.tool().equals(tool) ? outcome.content() : result;
        }
        return result;
    }
}
