package io.agenticraft.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text cut where a stop sequence or the limit of tokens ends it. */
record Ending(
        List<String> tokens, Answer.Finish finish, @Nullable String stop) {

    static Ending of(List<String> tokens, Call.Limits limits) {
        List<String> kept = tokens;
        Answer.Finish finish = Answer.Finish.END;
        String stop = null;
        if (!limits.stops().isEmpty()) {
            String text = String.join("", tokens);
            int end = text.length();
            for (String candidate : limits.stops()) {
                int found = candidate.isEmpty() ? -1 : text.indexOf(candidate);
                if (found >= 0 && found < end) {
                    end = found;
                    stop = candidate;
                    finish = Answer.Finish.STOP_SEQUENCE;
                }
            }
            kept = stop == null ? tokens : Tokens.split(text.substring(0, end));
        }
        if (kept.size() > limits.maxTokens()) {
            return new Ending(kept.subList(0, limits.maxTokens()), Answer.Finish.LENGTH, null);
        }
        return new Ending(kept, finish, stop);
    }
}
