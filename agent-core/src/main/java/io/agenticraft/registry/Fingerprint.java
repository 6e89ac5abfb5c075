package io.agenticraft.registry;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells secrets apart without holding them: HMAC-SHA-256 under a key that this process drew, cut to 128 bits. Of no use
 * to anybody who sees it, not even to compare it with that of another process.
 */
final class Fingerprint {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;
    private static final SecretKeySpec KEY = drawKey();

    private Fingerprint() {}

    private static SecretKeySpec drawKey() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    /** The fingerprint of a secret, or {@code none} where there is none. */
    static String of(@Nullable String secret) {
        if (secret == null) {
            return "none";
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(KEY);
            byte[] digest = mac.doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JVM has " + ALGORITHM, e);
        }
    }
}
