package io.agenticraft.redis;

import io.vertx.redis.client.Response;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Why there is no connection, or no answer, in words that name no password, key or value: old servers repeat what they do not
 * understand.
 */
final class Obstacle {
    private static final int DEEPEST = 8;
    private static final String RESET = "Connection reset";
    private static final String ENDED = "it ended the connection at once, as one does that expects TLS (rediss://)";

    private Obstacle() {}

    static String of(Throwable failure) {
        if (failure instanceof Response) {
            return refusal(String.valueOf(failure.getMessage()));
        }
        SSLException tls = null;
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof CertificateException) {
                return "its certificate is not trusted: " + words(cause);
            }
            tls = cause instanceof SSLException found ? found : tls;
            cause = cause.getCause();
        }
        String said = tls == null ? words(failure) : "TLS failed: " + words(tls);
        return said.equals(RESET) ? ENDED : said;
    }

    /** What a server that does not understand a command said, without the command's arguments. */
    static String withoutArguments(String answer) {
        int repeated = answer.indexOf(", with args beginning with");
        return repeated < 0 ? answer : answer.substring(0, repeated);
    }

    /** Whether another connection, opened later, may lead to a server that takes the command. */
    static boolean mayBeElsewhere(String answer) {
        return answer.startsWith("READONLY ") || answer.startsWith("MASTERDOWN ");
    }

    static String refusal(String answer) {
        if (answer.equals(Circuit.LOST)) {
            return ENDED;
        }
        String code = answer.split(" ", 2)[0];
        return switch (code) {
            case "WRONGPASS" -> "it does not know this user and password";
            case "NOAUTH" -> "it wants a password";
            case "NOPERM" -> "the user may not do what is needed";
            case "READONLY", "MASTERDOWN" -> "it is a replica";
            case "MOVED", "ASK", "CLUSTERDOWN", "CROSSSLOT" -> "it is part of a cluster, which is not supported";
            default -> answer.contains("DB index") ? "it has no database of this number" : "it answered " + code;
        };
    }

    private static String words(@Nullable Throwable failure) {
        String said = failure == null ? null : failure.getMessage();
        return said == null || said.isBlank() ? String.valueOf(failure) : said;
    }
}
