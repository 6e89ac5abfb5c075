package io.agenticraft.selection;

import java.util.List;

/** No model keeps to all limits. Which one to relax is the caller's to say; nothing is chosen instead. */
public final class NoCandidate implements Selection {
    private final Evaluation evaluation;

    NoCandidate(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    @Override
    public List<Rejection> rejections() {
        return evaluation.rejections();
    }

    @Override
    public String explain() {
        return "No candidate keeps to all limits\n" + evaluation.explain(-1);
    }

    @Override
    public String toString() {
        return "NoCandidate[" + rejections() + "]";
    }
}
