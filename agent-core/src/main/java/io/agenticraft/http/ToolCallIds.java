package io.agenticraft.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Tool calls' identifiers as one provider accepts them. A conversation that comes from another provider brings that
 * one's identifiers, which are replaced where they break the rules: by the same replacement each time, so that a result
 * still finds its call.
 */
public final class ToolCallIds {
    private final Pattern accepted;
    private final int length;

    /**
     * Identifiers of a form.
     *
     * @param accepted a regular expression of what the provider accepts
     * @param length how long replacements are, of digits and the letters a to f; 64 at most
     */
    public ToolCallIds(String accepted, int length) {
        this.accepted = Pattern.compile(accepted, Pattern.DOTALL);
        this.length = length;
    }

    /** The identifier itself, or what stands for it. */
    public String fit(String id) {
        return accepted.matcher(id).matches() ? id : digest(id).substring(0, length);
    }

    private static String digest(String id) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(id.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
