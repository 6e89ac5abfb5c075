package io.agenticraft.http;

import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.RateLimits;
import io.agenticraft.provider.ConnectionException;
import io.agenticraft.provider.Credential;
import io.agenticraft.provider.ErrorDetails;
import io.agenticraft.provider.InterruptedStreamException;
import io.agenticraft.provider.InvalidRequestException;
import io.agenticraft.provider.MalformedResponseException;
import io.agenticraft.provider.NotFoundException;
import io.agenticraft.provider.PoolFullException;
import io.agenticraft.provider.ProviderException;
import io.agenticraft.provider.ProviderSpec;
import io.agenticraft.provider.ProviderTimeoutException;
import io.agenticraft.provider.ProviderTimeoutException.Phase;
import io.agenticraft.provider.ResponseTooLargeException;
import io.agenticraft.provider.Timeouts;
import io.netty.handler.codec.PrematureChannelClosureException;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Makes the typed failures of one provider. */
final class Failures {
    private static final String MORE_CONNECTIONS = " Raise PoolSettings.maxConnections or make fewer calls at once";
    private static final String RAISE_IT = "Raise the limit if the answer needs longer";
    private static final String CODEC = "io.netty.handler.codec.";
    /** How the JDK's TLS says that the other side gave the reason. */
    private static final String ALERT = "fatal alert";

    private static final String OWN_CERTIFICATE =
            "If it wants a certificate of the client, show one with TlsSettings.identityPem or identityStore";

    private final String provider;
    private final String origin;
    private final @Nullable String secret;
    private final Hints hints;
    private final RetryAfter retryAfter;
    private final RateLimitHeaders rateLimits;

    Failures(ProviderSpec spec, Hints hints, InstantSource clock) {
        provider = spec.provider();
        origin = Credential.originOf(spec.baseUrl());
        Credential credential = spec.credential();
        secret = credential == null ? null : credential.revealTo(spec.baseUrl());
        this.hints = hints;
        retryAfter = new RetryAfter(clock);
        rateLimits = new RateLimitHeaders(clock);
    }

    /** What a response says of rate limits, or null. */
    @Nullable
    RateLimits rateLimits(Head head) {
        return rateLimits.of(head);
    }

    /** The provider answered with a failure's status. */
    ProviderException response(Head head, byte[] body) {
        return reported(head, ErrorBody.of(body, 0, body.length), null);
    }

    /** What was to be an answer cannot be read as one. */
    ProviderException unreadable(Head head, IOException cause, @Nullable ModelResponse partial) {
        if (cause instanceof ErrorEventException event) {
            return reported(head, event.error(), partial);
        }
        return cause instanceof EOFException ? interrupted(head, cause, partial) : malformed(head, cause, partial);
    }

    /** The provider reported a failure, in a response of its own or amid an answer. */
    ProviderException reported(Head head, ErrorBody error, @Nullable ModelResponse partial) {
        FailureKind kind = FailureKind.of(head.status(), error);
        return kind.exception(new ErrorDetails(
                provider,
                describe(head, error, kind),
                head.status(),
                error.type(),
                error.subCode() != null ? error.subCode() : error.code(),
                head.requestId() != null ? head.requestId() : error.requestId(),
                head.status() >= 400 ? retryAfter.of(head, error.message()) : null,
                isRetryable(head, kind),
                partial,
                rateLimits.of(head)));
    }

    /** The provider knows best, where it says {@code true} or {@code false}; of money it does not. */
    private static boolean isRetryable(Head head, FailureKind kind) {
        String said = kind == FailureKind.QUOTA ? null : head.header("x-should-retry");
        if ("true".equalsIgnoreCase(said)) {
            return true;
        }
        return !"false".equalsIgnoreCase(said) && kind.retryable();
    }

    private String describe(Head head, ErrorBody error, FailureKind kind) {
        StringBuilder text = new StringBuilder(provider);
        text.append(head.status() < 400 ? " failed amid its answer" : " answered " + head.status());
        String word = error.code() != null ? error.code() : error.type();
        if (word != null) {
            text.append(" (").append(word).append(')');
        }
        if (!error.message().isBlank()) {
            text.append(": ").append(withoutSecret(error.message().strip()));
        }
        switch (kind) {
            case AUTHENTICATION -> next(text).append(hints.credential());
            case NOT_FOUND ->
                next(text).append("Called at ").append(origin).append(". ").append(hints.address());
            default -> {}
        }
        return text.toString();
    }

    /** Ends a sentence, unless the provider has done so. */
    private static StringBuilder next(StringBuilder text) {
        char last = text.charAt(text.length() - 1);
        return text.append(last == '.' || last == '!' || last == '?' ? " " : ". ");
    }

    private String withoutSecret(String text) {
        return secret == null ? text : text.replace(secret, "***");
    }

    /** Redirects are never followed: they would carry prompts, and headers that may be secret, to another origin. */
    ProviderException redirect(Head head) {
        return new NotFoundException(
                details(
                        "answered " + head.status() + ", a redirect to " + locationOrigin(head)
                                + ", which is not followed. " + hints.address(),
                        head,
                        false,
                        null),
                null);
    }

    private String locationOrigin(Head head) {
        String location = head.header("location");
        if (location == null) {
            return "nowhere";
        }
        try {
            return Credential.originOf(URI.create(origin + "/").resolve(location));
        } catch (IllegalArgumentException e) {
            return "an address that is none";
        }
    }

    /** No connection could be had; nothing was sent. */
    ProviderException refused(Refusal refusal, Timeouts timeouts, PoolStats pool) {
        if (refusal instanceof Refusal.Failed failed) {
            return unreachable(failed.cause());
        }
        if (refusal instanceof Refusal.Slow) {
            return timeout(Phase.CONNECT, timeouts, null, null);
        }
        return new PoolFullException(
                details(
                        "was not asked: " + crowd(pool) + ", as many as may wait." + MORE_CONNECTIONS,
                        null,
                        true,
                        null),
                null);
    }

    /** All connections were in use for too long; nothing was sent. */
    ProviderException notAcquired(Timeouts timeouts, PoolStats pool) {
        Duration limit = timeouts.acquire();
        String what = "was not asked: no connection became free within " + limit.toMillis() + " ms (Timeouts.acquire); "
                + crowd(pool) + "." + MORE_CONNECTIONS;
        return new ProviderTimeoutException(details(what, null, true, null), Phase.ACQUIRE, limit, null);
    }

    private static String crowd(PoolStats pool) {
        int taken = pool.open() + pool.connecting();
        String connections = taken >= pool.maxConnections()
                ? "all " + pool.maxConnections() + " connections to " + pool.origin() + " are in use"
                : taken + " of " + pool.maxConnections() + " connections to " + pool.origin()
                        + " are in use or being opened";
        return connections + " and " + pool.waiting() + " calls wait";
    }

    /** The request was sent, and the connection broke before an answer began. */
    ProviderException unanswered(Throwable broken) {
        Throwable cause = ofTls(broken);
        if (isNotHttp(cause) || cause instanceof SSLException) {
            return unreachable(cause);
        }
        String message = "closed the connection before it answered, at " + origin + ": " + words(cause)
                + ". Try again; if it goes on, see what is between here and there";
        return new ConnectionException(details(message, null, true, null), cause);
    }

    /** No connection could be had. */
    private ProviderException unreachable(Throwable failed) {
        Throwable cause = ofTls(failed);
        if (isNotHttp(cause)) {
            return malformed(null, cause, null);
        }
        String words = words(cause);
        if (!(cause instanceof SSLException)) {
            String message = "cannot be reached at " + origin + ": " + words + ". " + hints.address();
            return new ConnectionException(details(message, null, true, null), cause);
        }
        String message = words.contains(ALERT)
                ? "ended the TLS handshake at " + origin + ": " + words + ". " + OWN_CERTIFICATE
                : "cannot be trusted at " + origin + ": " + words + ". " + hints.address();
        return new ConnectionException(details(message, null, false, null), cause);
    }

    /** In TLS 1.3 a server refuses a client after its handshake, which then surfaces where answers are decoded. */
    private static Throwable ofTls(Throwable cause) {
        Throwable within = cause.getCause();
        return within instanceof SSLException && cause.getClass().getName().startsWith(CODEC) ? within : cause;
    }

    private static boolean isNotHttp(Throwable cause) {
        if (cause instanceof PrematureChannelClosureException || Sending.isRefusedStream(cause)) {
            return false;
        }
        String name = cause.getClass().getName();
        return name.startsWith(CODEC) || cause instanceof IllegalArgumentException;
    }

    private String words(Throwable cause) {
        String message = cause.getMessage();
        return withoutSecret(message == null ? cause.getClass().getSimpleName() : message);
    }

    /** The answer ended too early. */
    ProviderException interrupted(Head head, @Nullable Throwable cause, @Nullable ModelResponse partial) {
        String why = cause == null ? "" : ": " + words(cause);
        return new InterruptedStreamException(
                details("ended its answer before it was complete" + why, head, true, partial), cause);
    }

    /** A limit was passed. */
    ProviderException timeout(Phase phase, Timeouts timeouts, @Nullable Head head, @Nullable ModelResponse partial) {
        return switch (phase) {
            case CONNECT ->
                timeout(phase, timeouts.connect(), "could not be connected to", "connect", hints.address(), null, null);
            case FIRST_BYTE ->
                timeout(
                        phase,
                        timeouts.firstByte(),
                        "did not begin to answer",
                        "firstByte",
                        "A model that thinks for long wants a higher limit, or a stream",
                        head,
                        partial);
            case IDLE -> timeout(phase, timeouts.idle(), "sent nothing more", "idle", RAISE_IT, head, partial);
            default -> timeout(phase, timeouts.total(), "gave no whole answer", "total", RAISE_IT, head, partial);
        };
    }

    private ProviderException timeout(
            Phase phase,
            Duration limit,
            String what,
            String setting,
            String advice,
            @Nullable Head head,
            @Nullable ModelResponse partial) {
        String message =
                what + " within " + limit.toMillis() + " ms (Timeouts." + setting + ") at " + origin + ". " + advice;
        return new ProviderTimeoutException(details(message, head, true, partial), phase, limit, null);
    }

    ProviderException tooLarge(long limit, Head head, @Nullable ModelResponse partial) {
        return new ResponseTooLargeException(
                details("answered with more than the " + limit + " bytes allowed", head, false, partial), null);
    }

    ProviderException malformed(@Nullable Head head, Throwable cause, @Nullable ModelResponse partial) {
        return new MalformedResponseException(
                details("sent an answer that cannot be read: " + words(cause), head, false, partial), cause);
    }

    ProviderException invalidRequest(String message) {
        return new InvalidRequestException(details("cannot be asked this: " + message, null, false, null), null);
    }

    private ErrorDetails details(String what, @Nullable Head head, boolean retryable, @Nullable ModelResponse partial) {
        return new ErrorDetails(
                provider,
                provider + " " + what,
                head == null ? 0 : head.status(),
                null,
                null,
                head == null ? null : head.requestId(),
                null,
                retryable,
                partial);
    }
}
