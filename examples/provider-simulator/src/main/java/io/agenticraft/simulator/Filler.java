package io.agenticraft.simulator;

import java.util.ArrayList;
import java.util.List;

/** Text of any length, for load. */
final class Filler {

    private static final List<String> SENTENCES = Tokens.split(
            " The parcel left the depot this morning and will be with you soon. We keep an eye on it and write to you"
                    + " when it moves. If it does not come by Friday, tell us the order number and we send a new one.");

    private Filler() {}

    /** Exactly so many tokens. */
    static List<String> tokens(int count) {
        List<String> tokens = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            tokens.add(SENTENCES.get(i % SENTENCES.size()));
        }
        return tokens;
    }
}
