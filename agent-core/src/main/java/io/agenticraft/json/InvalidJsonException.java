package io.agenticraft.json;

import java.io.IOException;

/** A caller's text that was to be sent is not the JSON it should be. */
public final class InvalidJsonException extends IOException {
    private static final long serialVersionUID = 1L;

    public InvalidJsonException(String message) {
        super(message);
    }
}
