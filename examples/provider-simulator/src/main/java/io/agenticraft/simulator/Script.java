package io.agenticraft.simulator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the model is to say to whom: rules, of which the first that matches and is not used up answers. What no rule
 * matches gets an invented answer.
 */
public record Script(List<Rule> rules) {

    private static final Script EMPTY = new Script(List.of());

    /** Copies the list. */
    public Script {
        rules = List.copyOf(rules);
    }

    /** No rules. */
    public static Script empty() {
        return EMPTY;
    }

    /**
     * Reads a YAML or JSON file with a list of rules, each with the keys {@code when}, {@code after}, {@code times} and
     * {@code text}, {@code reasoning}, {@code tools} or {@code error}.
     *
     * @throws IllegalArgumentException naming the file and what is wrong in it
     */
    public static Script read(Path file) {
        return ScriptFile.read(file);
    }

    /** These replies in this order, each once. */
    public static Script inOrder(Reply... replies) {
        List<Rule> rules = new ArrayList<>();
        for (Reply reply : replies) {
            rules.add(new Rule(null, null, reply, 1));
        }
        return new Script(rules);
    }

    /** The same with one more rule at its end: a reply to user messages in which the expression is found. */
    public Script when(String expression, Reply reply) {
        return with(new Rule(Pattern.compile(expression), null, reply, Integer.MAX_VALUE));
    }

    /** The same with one more rule at its end: a reply to the results of the named tool. */
    public Script after(String tool, Reply reply) {
        return with(new Rule(null, tool, reply, Integer.MAX_VALUE));
    }

    /** The same with one more rule at its end. */
    public Script with(Rule rule) {
        List<Rule> more = new ArrayList<>(rules);
        more.add(rule);
        return new Script(more);
    }

    /**
     * One reply and when it is given. A rule that calls tools and does not say after which tool is passed over once
     * results of tools have come in, so that a conversation moves on.
     *
     * @param when found in the last message of the user; null for any message
     * @param after the tool whose result must have come last; null when it does not matter
     * @param times how often it may be used, at least 1
     */
    public record Rule(@Nullable Pattern when, @Nullable String after, Reply reply, int times) {

        /** Checks the number. */
        public Rule {
            if (times < 1) {
                throw new IllegalArgumentException("a rule must be usable at least once");
            }
        }
    }
}
