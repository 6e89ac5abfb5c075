package io.agenticraft.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorBodyTest {

    private static ErrorBody of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ErrorBody.of(bytes, 0, bytes.length);
    }

    @Test
    void objectInError_isRead() {
        ErrorBody error = of("{\"type\":\"error\",\"request_id\":\"r\",\"error\":{\"type\":\"t\",\"code\":7,"
                + "\"message\":\"m\",\"details\":{\"error_code\":\"s\",\"x\":[1]},\"param\":null}}");

        assertEquals(new ErrorBody("t", "7", "s", "r", "m"), error);
    }

    @Test
    void textInErrorOrDetailOrMessage_isTheMessage() {
        assertEquals("a", of("{\"error\":\"a\"}").message());
        assertEquals("a", of("{\"detail\":\"a\"}").message());
        assertEquals("a", of("{\"message\":\"a\"}").message());
        assertEquals("[{\"x\":1}]", of("{\"detail\":[{\"x\":1}]}").message());
    }

    @Test
    void page_isReadWithoutItsMarkup() {
        ErrorBody error = of("<html><head><style>b{}</style><title>502</title></head>\n<body>Bad   gateway</body>");

        assertEquals("502 Bad gateway", error.message());
        assertNull(error.type());
    }

    @Test
    void longText_isCut() {
        assertEquals("x".repeat(500) + "...", of("x".repeat(100_000)).message());
    }

    @Test
    void cutThroughASymbol_leavesNoHalfOfIt() {
        assertEquals(
                "x".repeat(499) + "...",
                of("x".repeat(499) + "\ud83d\ude00".repeat(5)).message());
    }

    /** An error event may be as long as an answer; this took minutes on an event loop. */
    @ParameterizedTest
    @ValueSource(strings = {"<", "<script ", "<style></", " ", "<a"})
    void hostileText_takesNoTime(String piece) {
        String text = piece.repeat(8_000_000 / piece.length());

        ErrorBody error = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> of(text));

        assertTrue(error.message().length() <= 503);
    }
}
