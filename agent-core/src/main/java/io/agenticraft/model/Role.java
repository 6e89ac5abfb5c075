package io.agenticraft.model;

/** Who speaks in a {@link Message}. */
public enum Role {
    SYSTEM,
    USER,
    ASSISTANT,
    TOOL
}
