package io.agenticraft.model;

import java.util.Objects;

/** The words with which a model declined to answer. */
public record Refusal(String text) implements Content {
    public Refusal {
        Objects.requireNonNull(text, "text");
    }
}
