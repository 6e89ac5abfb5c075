package io.agenticraft.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses the tools to call: those whose names the user's words name, else the first. */
final class ToolPick {

    private static final Set<String> COMMON = Set.of(
            "get", "set", "the", "tool", "find", "search", "lookup", "look", "fetch", "for", "and", "current", "by");
    private static final int SHORTEST_WORD = 3;

    private ToolPick() {}

    static List<Call.Offer> from(Call.Toolbox toolbox, String user) {
        if (toolbox.offers().isEmpty()) {
            return List.of();
        }
        if (toolbox.forced() != null) {
            List<Call.Offer> forced = toolbox.offers().stream()
                    .filter(offer -> offer.name().equals(toolbox.forced()))
                    .toList();
            if (forced.isEmpty()) {
                throw Rejection.badRequest("The tool of 'tool_choice' is not among the tools.", "tool_choice");
            }
            return forced;
        }
        List<Call.Offer> named = named(toolbox.offers(), user);
        if (named.isEmpty()) {
            named = List.of(toolbox.offers().get(0));
        }
        return toolbox.parallel() ? named : named.subList(0, 1);
    }

    private static List<Call.Offer> named(List<Call.Offer> offers, String user) {
        Set<String> said = words(user).collect(Collectors.toSet());
        List<Call.Offer> named = new ArrayList<>();
        for (Call.Offer offer : offers) {
            boolean whole = said.contains(offer.name().toLowerCase(Locale.ROOT));
            if (whole || words(offer.name().replace('_', ' ').replace('-', ' ')).anyMatch(said::contains)) {
                named.add(offer);
            }
        }
        return named;
    }

    /** Lower-case words that mean something; a plural counts as its singular. */
    private static Stream<String> words(String text) {
        return Stream.of(text.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
                        .toLowerCase(Locale.ROOT)
                        .split("[^\\p{L}\\p{N}_]+"))
                .map(word -> word.length() > SHORTEST_WORD && word.endsWith("s")
                        ? word.substring(0, word.length() - 1)
                        : word)
                .filter(word -> word.length() >= SHORTEST_WORD && !COMMON.contains(word));
    }
}
