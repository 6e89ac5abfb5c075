package io.agenticraft.tool;

/** A tool's arguments are not what its schema asks for. The message is written for the model. */
public final class ToolArgumentsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    ToolArgumentsException(String message) {
        super(message);
    }
}
