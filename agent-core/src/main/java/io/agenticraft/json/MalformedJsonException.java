package io.agenticraft.json;

import java.io.IOException;

/** A text is not the JSON it should be. */
public final class MalformedJsonException extends IOException {
    private static final long serialVersionUID = 1L;

    public MalformedJsonException(String message) {
        super(message);
    }
}
