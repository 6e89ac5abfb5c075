package io.agenticraft.warmup;

/** How far a target was warmed; each costs more than the one before. */
public enum Rung {
    /** Nowhere: the name means nothing, or a setting is missing. */
    NONE,
    /** The provider instance was built. All that is possible where a provider cannot be probed. */
    RESOLVED,
    /** A connection stands (name, TCP, TLS) and is in the pool. */
    CONNECTED,
    /** The provider takes the credential and, where it can be known, has the model. */
    VERIFIED,
    /** The model has read the prompt and answered one token. */
    PREFILLED
}
