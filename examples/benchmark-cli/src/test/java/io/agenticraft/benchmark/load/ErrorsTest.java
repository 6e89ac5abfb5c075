package io.agenticraft.benchmark.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.provider.AuthenticationException;
import io.agenticraft.provider.ConnectionException;
import io.agenticraft.provider.ErrorDetails;
import io.agenticraft.provider.NotFoundException;
import io.agenticraft.provider.OverloadedException;
import io.agenticraft.provider.ProviderTimeoutException;
import io.agenticraft.provider.QuotaExceededException;
import io.agenticraft.provider.RateLimitException;
import io.agenticraft.provider.ServerException;
import org.junit.jupiter.api.Test;

class ErrorsTest {
    @Test
    void types_areWordsWithTheirStatus() {
        assertEquals("rate limit (429)", Errors.type(new RateLimitException(details(429), null)));
        assertEquals("provider timeout", Errors.type(new ProviderTimeoutException(details(0), null)));
        assertEquals("quota exceeded (429)", Errors.type(new QuotaExceededException(details(429), null)));
        assertEquals("illegal state", Errors.type(new IllegalStateException("odd")));
        assertEquals("stack overflow", Errors.type(new StackOverflowError()));
    }

    @Test
    void whatWaitingDoesNotHelp_isHopeless() {
        assertTrue(Errors.isHopeless(new AuthenticationException(details(401), null)));
        assertTrue(Errors.isHopeless(new NotFoundException(details(404), null)));
        assertTrue(Errors.isHopeless(new QuotaExceededException(details(429), null)));
        assertTrue(Errors.isHopeless(new ConnectionException(details(0), null)));
    }

    @Test
    void whatMayPass_isNot() {
        assertFalse(Errors.isHopeless(new RateLimitException(details(429), null)));
        assertFalse(Errors.isHopeless(new OverloadedException(details(529), null)));
        assertFalse(Errors.isHopeless(new ServerException(details(500), null)));
        assertFalse(Errors.isHopeless(new ProviderTimeoutException(details(0), null)));
        assertFalse(Errors.isHopeless(new IllegalStateException("odd")));
    }

    @Test
    void message_isThereEvenIfTheFailureHasNone() {
        assertEquals("what happened", Errors.message(new ServerException(details(500), null)));
        assertEquals("IllegalStateException", Errors.message(new IllegalStateException()));
    }

    private static ErrorDetails details(int status) {
        return new ErrorDetails("openai", "what happened", status, null, null, null, null, true, null);
    }
}
