package io.agenticraft.acceptance.trace;

/** How the operation of a span ended. */
public enum SpanStatus {
    UNSET,
    OK,
    ERROR
}
