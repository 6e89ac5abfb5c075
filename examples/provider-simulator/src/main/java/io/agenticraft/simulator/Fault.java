package io.agenticraft.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A failure that the simulator can be asked for; each API renders it in its own shape. */
public enum Fault {
    /** The request is not acceptable. */
    BAD_REQUEST("400", 400),
    /** The prompt does not fit the model: a 400 with a code of its own. */
    CONTEXT_LENGTH("context", 400),
    /** The key is missing or wrong. */
    UNAUTHORIZED("401", 401),
    /** The key is right but may not do this. */
    FORBIDDEN("403", 403),
    /** The model is not known. */
    NOT_FOUND("404", 404),
    /** The body is too large. */
    TOO_LARGE("413", 413),
    /** Too many requests or tokens; worth trying again. */
    RATE_LIMITED("429", 429),
    /** The money is spent: a 429 that is not worth trying again. */
    QUOTA("quota", 429),
    /** The provider broke. */
    SERVER_ERROR("500", 500),
    /** The provider is down. */
    UNAVAILABLE("503", 503),
    /** The provider is overloaded; Anthropic's own status. */
    OVERLOADED("529", 529),
    /** An error in the middle of a stream that began with a 200; a plain answer is a 500 instead. */
    STREAM_ERROR("stream", 200),
    /** The connection breaks in the middle of the answer. */
    CUT("cut", 200),
    /** The answer is not JSON. */
    MALFORMED("malformed", 200),
    /** The connection breaks before any answer. */
    RESET("reset", 200),
    /** No answer ever comes; the connection stays open. */
    HANG("hang", 200);

    private final String label;
    private final int status;

    Fault(String label, int status) {
        this.label = label;
        this.status = status;
    }

    /** The name by which flags, files, headers and model names ask for it, such as {@code 429} or {@code cut}. */
    public String label() {
        return label;
    }

    /** The HTTP status of the answer; 200 for failures that come after the status line. */
    public int status() {
        return status;
    }

    /** Whether it goes wrong only after a status of 200 was, or could have been, sent. */
    boolean late() {
        return status == 200;
    }

    /**
     * Finds a fault by its label.
     *
     * @throws IllegalArgumentException listing the labels when there is none of that name
     */
    public static Fault of(String label) {
        String wanted = label.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(fault -> fault.label.equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown error '" + label + "'; known: "
                        + Arrays.stream(values()).map(Fault::label).collect(Collectors.joining(", "))));
    }
}
