package io.agenticraft.javaagent.logging;

/** The levels of java.util.logging, under their names there. */
public enum Level {
    ALL,
    FINEST,
    FINER,
    FINE,
    CONFIG,
    INFO,
    WARNING,
    SEVERE,
    OFF
}
