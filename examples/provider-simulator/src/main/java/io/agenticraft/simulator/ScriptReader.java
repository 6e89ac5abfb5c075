package io.agenticraft.simulator;

import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Follows a script: finds the rule for a call and remembers how often each was used. */
final class ScriptReader {

    private static final Pattern ANYTHING = Pattern.compile("");

    private final List<Script.Rule> rules;
    private final AtomicIntegerArray uses;

    ScriptReader(Script script) {
        this.rules = script.rules();
        this.uses = new AtomicIntegerArray(rules.size());
    }

    /** The scripted reply with its templates filled in, or null when no rule matches. */
    @Nullable
    Reply reply(Call.Conversation conversation) {
        for (int index = 0; index < rules.size(); index++) {
            Script.Rule rule = rules.get(index);
            Matcher matcher = match(rule, conversation);
            if (matcher != null && uses.getAndUpdate(index, n -> Math.min(n + 1, rule.times())) < rule.times()) {
                return new Template(conversation, matcher).fill(rule.reply());
            }
        }
        return null;
    }

    private static @Nullable Matcher match(Script.Rule rule, Call.Conversation conversation) {
        List<Call.Outcome> outcomes = conversation.outcomes();
        if (rule.after() != null) {
            if (outcomes.isEmpty() || !outcomes.get(outcomes.size() - 1).tool().equals(rule.after())) {
                return null;
            }
        } else if (!rule.reply().tools().isEmpty() && !outcomes.isEmpty()) {
            return null;
        }
        Pattern when = rule.when() == null ? ANYTHING : rule.when();
        Matcher matcher = when.matcher(conversation.user());
        return matcher.find() ? matcher : null;
    }
}
