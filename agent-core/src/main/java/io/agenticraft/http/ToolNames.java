package io.agenticraft.http;

/**
 * Names of called tools as providers accept them. A model may make up any name; the call is then answered that there is no
 * such tool, and the conversation has to go on.
 */
public final class ToolNames {
    private static final int MAX_CHARS = 64;

    private ToolNames() {}

    /** The name itself if it is 1 to 64 letters, digits, {@code _} and {@code -}, or one that is much like it. */
    public static String fit(String name) {
        if (name.isEmpty()) {
            return "unknown";
        }
        String fit = name.length() <= MAX_CHARS ? name : name.substring(0, MAX_CHARS);
        for (int i = 0; i < fit.length(); i++) {
            if (!isAccepted(fit.charAt(i))) {
                return fit.replaceAll("[^a-zA-Z0-9_-]", "_");
            }
        }
        return fit;
    }

    private static boolean isAccepted(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }
}
