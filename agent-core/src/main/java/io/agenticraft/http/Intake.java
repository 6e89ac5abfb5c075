package io.agenticraft.http;

import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.RateLimits;
import io.agenticraft.provider.ProviderException;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;

/** Where a response's body goes, by its status. What it throws ends the exchange. */
interface Intake {
    /** Takes bytes, which are valid during the call only. */
    void take(byte[] bytes, int offset, int length);

    /** The body has ended. */
    ModelResponse end();

    /** Whether the answer's last piece has been read, though the body may not have ended. */
    default boolean isWhole() {
        return false;
    }

    /** The answer whose last piece has been read. */
    default ModelResponse whole() {
        return end();
    }

    /** The body has broken off. */
    ProviderException broken(Throwable cause);

    /** The body of a 2xx: an answer. */
    final class OfAnswer implements Intake {
        private final Head head;
        private final Answer answer;
        private final Framing.Reader reader;
        private final Failures failures;
        private final long maxBytes;
        private long received;

        OfAnswer(Head head, Answer answer, Framing framing, Failures failures, long maxBytes) {
            this.head = head;
            this.answer = answer;
            this.failures = failures;
            this.maxBytes = maxBytes;
            reader = framing.reader(answer);
        }

        @Override
        public void take(byte[] bytes, int offset, int length) {
            received += length;
            if (received > maxBytes) {
                throw failures.tooLarge(maxBytes, head, answer.soFar());
            }
            try {
                reader.push(bytes, offset, length);
            } catch (IOException e) {
                throw failures.unreadable(head, e, answer.soFar());
            }
        }

        @Override
        public ModelResponse end() {
            try {
                reader.end(head.hasExplicitEnd());
                ModelResponse whole = answer.soFar();
                if (whole == null) {
                    throw new EOFException("it is empty");
                }
                return withLimits(whole);
            } catch (IOException e) {
                throw failures.unreadable(head, e, answer.soFar());
            }
        }

        private ModelResponse withLimits(ModelResponse whole) {
            RateLimits limits = failures.rateLimits(head);
            return limits == null ? whole : whole.withRateLimits(limits);
        }

        @Override
        public boolean isWhole() {
            return answer.complete(false) && answer.soFar() != null;
        }

        @Override
        public ModelResponse whole() {
            return withLimits(Objects.requireNonNull(answer.soFar()));
        }

        @Override
        public ProviderException broken(Throwable cause) {
            return failures.interrupted(head, cause, answer.soFar());
        }
    }

    /** The body of any other status: the words of a failure, of which not all need to be read. */
    final class OfFailure implements Intake {
        private static final int MAX_BYTES = 64 * 1024;

        private final Head head;
        private final Failures failures;
        private byte[] body = {};

        OfFailure(Head head, Failures failures) {
            this.head = head;
            this.failures = failures;
        }

        @Override
        public void take(byte[] bytes, int offset, int length) {
            int before = body.length;
            int more = Math.min(length, MAX_BYTES - before);
            body = Arrays.copyOf(body, before + more);
            System.arraycopy(bytes, offset, body, before, more);
            if (body.length == MAX_BYTES) {
                throw failures.response(head, body);
            }
        }

        @Override
        public ModelResponse end() {
            throw failures.response(head, body);
        }

        @Override
        public ProviderException broken(Throwable cause) {
            return failures.response(head, body);
        }
    }
}
