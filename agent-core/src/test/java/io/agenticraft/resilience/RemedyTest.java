package io.agenticraft.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.policy.RefusedException;
import io.agenticraft.provider.ErrorDetails;
import io.agenticraft.provider.InvalidRequestException;
import io.agenticraft.provider.ProviderException;
import io.agenticraft.provider.QuotaExceededException;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RemedyTest {
    static Stream<Arguments> table() {
        return Stream.of(
                Arguments.of(Fails.rateLimit(Duration.ofSeconds(1)), Remedy.AGAIN, true),
                Arguments.of(Fails.overloaded(), Remedy.AGAIN, true),
                Arguments.of(Fails.server(), Remedy.AGAIN, true),
                Arguments.of(Fails.serverNotToBeRetried(), Remedy.ELSEWHERE, true),
                Arguments.of(Fails.connection(), Remedy.AGAIN, true),
                Arguments.of(Fails.interrupted(), Remedy.AGAIN, true),
                Arguments.of(Fails.timeout(), Remedy.ELSEWHERE_OR_AGAIN, true),
                Arguments.of(Fails.quota(), Remedy.ELSEWHERE, true),
                Arguments.of(Fails.authentication(), Remedy.ELSEWHERE, true),
                Arguments.of(Fails.notFound(), Remedy.ELSEWHERE, true),
                Arguments.of(Fails.malformed(), Remedy.ELSEWHERE, true),
                Arguments.of(Fails.conflict(), Remedy.AGAIN, false),
                Arguments.of(Fails.invalid(400, "invalid_value"), Remedy.NONE, false),
                Arguments.of(Fails.invalid(400, "context_length_exceeded"), Remedy.ELSEWHERE, false),
                Arguments.of(Fails.invalid(413, null), Remedy.ELSEWHERE, false),
                Arguments.of(Fails.invalid(0, null), Remedy.ELSEWHERE, false),
                Arguments.of(refused(true), Remedy.ELSEWHERE, false),
                Arguments.of(refused(false), Remedy.NONE, false),
                Arguments.of(Fails.tooLarge(), Remedy.NONE, false),
                Arguments.of(new IllegalStateException("own"), Remedy.NONE, false));
    }

    private static RefusedException refused(boolean mayPassElsewhere) {
        return new RefusedException("refused") {
            private static final long serialVersionUID = 1L;

            @Override
            public @Nullable Duration retryAfter() {
                return null;
            }

            @Override
            public boolean mayPassElsewhere() {
                return mayPassElsewhere;
            }
        };
    }

    @ParameterizedTest
    @MethodSource("table")
    void failure_hasItsRemedy(Throwable failure, Remedy remedy, boolean blames) {
        assertEquals(remedy, Remedy.of(failure));
        assertEquals(blames, Remedy.blamesTarget(failure));
    }

    @Test
    void promptTooLongByWords_mayFitElsewhere() {
        ProviderException failure = new InvalidRequestException(
                new ErrorDetails(
                        "anthropic",
                        "anthropic answered 400 (invalid_request_error): Prompt is too long: 210000 tokens",
                        400,
                        "invalid_request_error",
                        null,
                        null,
                        null,
                        false,
                        null),
                null);
        assertEquals(Remedy.ELSEWHERE, Remedy.of(failure));
        assertFalse(Remedy.blamesTarget(failure));
    }

    @Test
    void quotaSaidToBeRetryable_isNeverRetried() {
        ProviderException failure =
                new QuotaExceededException(Fails.details(429, "insufficient_quota", Duration.ofSeconds(1), true), null);
        assertEquals(Remedy.ELSEWHERE, Remedy.of(failure));
        assertTrue(Remedy.blamesTarget(failure));
    }
}
