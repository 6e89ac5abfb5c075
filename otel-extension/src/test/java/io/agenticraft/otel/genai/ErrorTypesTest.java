package io.agenticraft.otel.genai;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTypesTest {
    private final ErrorTypes types = new ErrorTypes();

    @Test
    void code_winsOverTheClass() {
        assertEquals("invalid_api_key", types.of(new IOException(), "invalid_api_key"));
    }

    @Test
    void noCode_isTheClassName() {
        assertEquals("java.io.IOException", types.of(new IOException("said"), null));
    }

    @Test
    void wrappedFailure_isTheCause() {
        Throwable wrapped = new CompletionException(new ExecutionException(new IOException()));

        assertEquals("java.io.IOException", types.of(wrapped, null));
    }

    @Test
    void wrapperWithoutCause_isItself() {
        Throwable bare = new CompletionException("said", null);

        assertEquals("java.util.concurrent.CompletionException", types.of(bare, null));
    }

    @Test
    void cancellation_isCancelled() {
        assertEquals("cancelled", types.of(new CompletionException(new CancellationException()), "code"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sk-abc123", "Incorrect API key provided", "a\nb", "größe"})
    void whatIsNoCode_isTheClassName(String code) {
        assertEquals("java.io.IOException", types.of(new IOException(), code));
    }

    @Test
    void overlongCode_isTheClassName() {
        assertEquals("java.io.IOException", types.of(new IOException(), "x".repeat(65)));
    }

    @Test
    void moreCodesThanProvidersHave_areTheClassName() {
        for (int i = 0; i < ErrorTypes.MAX_CODES; i++) {
            assertEquals("code-" + i, types.of(new IOException(), "code-" + i));
        }

        assertEquals("java.io.IOException", types.of(new IOException(), "one-more"));
        assertEquals("code-0", types.of(new IOException(), "code-0"));
    }
}
