package io.agenticraft.javaagent;

/** What the agent says, on the standard error stream. The host's logging is never touched. */
public final class Console {
    private static final String PREFIX = "[agenticraft] ";

    private Console() {}

    /** Prints one line. Never throws. */
    public static void line(String message) {
        try {
            System.err.println(PREFIX + message);
        } catch (RuntimeException | Error e) {
            // A host that has broken its error stream gets no message.
        }
    }
}
