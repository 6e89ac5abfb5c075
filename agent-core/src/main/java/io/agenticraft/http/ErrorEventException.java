package io.agenticraft.http;

import java.io.IOException;

/** A provider reported its failure where its answer should be, after a status of 200. */
public final class ErrorEventException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorBody error;

    public ErrorEventException(ErrorBody error) {
        super(error.message());
        this.error = error;
    }

    ErrorBody error() {
        return error;
    }
}
