package io.agenticraft.selection;

import java.util.List;

/** A model that keeps to all limits. */
public final class Chosen implements Selection {
    private final Evaluation evaluation;
    private final int index;
    private final boolean explored;

    Chosen(Evaluation evaluation, int index, boolean explored) {
        this.evaluation = evaluation;
        this.index = index;
        this.explored = explored;
    }

    /** As the registry resolves it: {@code provider:model}. */
    public String name() {
        return evaluation.profile(index).name();
    }

    public ModelProfile profile() {
        return evaluation.profile(index);
    }

    /** From 0 to 1; comparable with those of the same requirements only. */
    public double score() {
        return evaluation.score(index);
    }

    /** Whether it was taken to learn of it, and another has the best score. */
    public boolean explored() {
        return explored;
    }

    /** What a call is expected to cost in USD, or {@link Double#POSITIVE_INFINITY} where no price is known. */
    public double expectedCost() {
        return evaluation.cost(index);
    }

    /** How many milliseconds a call is expected to take. */
    public double expectedLatency() {
        return evaluation.estimate(index).latency();
    }

    /** The chosen one and then all others that keep to the limits, best first: what a router may fall back to. */
    public List<String> targets() {
        return evaluation.ranking(index);
    }

    @Override
    public List<Rejection> rejections() {
        return evaluation.rejections();
    }

    @Override
    public String explain() {
        return name() + (explored ? " was chosen to learn of it" : " has the best score") + "\n"
                + evaluation.explain(index);
    }

    @Override
    public String toString() {
        return "Chosen[" + name() + ", score " + score() + (explored ? ", explored]" : "]");
    }
}
