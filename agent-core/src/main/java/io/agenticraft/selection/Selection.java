package io.agenticraft.selection;

import java.util.List;

/** What a {@link ModelSelector} decided: {@link Chosen} or {@link NoCandidate}. It explains itself. */
public sealed interface Selection permits Chosen, NoCandidate {

    /** Every limit that every candidate breaks. */
    List<Rejection> rejections();

    /** The decision, the scores of all candidates within the limits, and each rejection; a line each. */
    String explain();
}
