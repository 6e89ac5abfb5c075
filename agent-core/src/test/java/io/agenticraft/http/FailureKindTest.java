package io.agenticraft.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureKindTest {

    private static ErrorBody parse(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return ErrorBody.of(bytes, 0, bytes.length);
    }

    @ParameterizedTest
    @CsvSource({
        "400, INVALID, false",
        "401, AUTHENTICATION, false",
        "402, QUOTA, false",
        "403, AUTHENTICATION, false",
        "404, NOT_FOUND, false",
        "408, TIMEOUT, true",
        "409, CONFLICT, true",
        "413, INVALID, false",
        "422, INVALID, false",
        "429, RATE_LIMIT, true",
        "500, SERVER, true",
        "502, SERVER, true",
        "503, OVERLOADED, true",
        "504, SERVER, true",
        "529, OVERLOADED, true"
    })
    void status_saysTheKind(int status, FailureKind kind, boolean retryable) {
        assertEquals(kind, FailureKind.of(status, parse("")));
        assertEquals(retryable, kind.retryable());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429 | {\"error\":{\"message\":\"m\",\"type\":\"insufficient_quota\",\"code\":\"insufficient_quota\"}}",
                "429 | {\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"m\",\"details\":{\"error_code\":\"enforced_spend_limit_reached\"}}}",
                "400 | {\"type\":\"error\",\"error\":{\"type\":\"billing_error\",\"message\":\"m\"}}"
            })
    void moneyWords_goBeforeTheStatus(int status, String body) {
        assertEquals(FailureKind.QUOTA, FailureKind.of(status, parse(body)));
    }

    @ParameterizedTest
    @CsvSource({
        "overloaded_error, OVERLOADED",
        "rate_limit_error, RATE_LIMIT",
        "authentication_error, AUTHENTICATION",
        "not_found_error, NOT_FOUND",
        "invalid_request_error, INVALID",
        "timeout_error, TIMEOUT",
        "api_error, SERVER",
        "something_new, SERVER"
    })
    void afterA200_theTypeSaysTheKind(String type, FailureKind kind) {
        assertEquals(kind, FailureKind.of(200, parse("{\"error\":{\"type\":\"" + type + "\",\"message\":\"m\"}}")));
    }

    @Test
    void afterA200_theCodeMayBeAStatusOrAWord() {
        assertEquals(FailureKind.RATE_LIMIT, FailureKind.of(200, parse("{\"error\":{\"code\":429}}")));
        assertEquals(
                FailureKind.OVERLOADED,
                FailureKind.of(
                        200, parse("{\"error\":{\"type\":\"server_error\",\"code\":\"server_is_overloaded\"}}")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"error\":\"model not found\"} | null | null | model not found",
                "{\"error\":{\"message\":\"m\",\"type\":\"t\",\"param\":null,\"code\":null}} | t | null | m",
                "{\"error\":{\"code\":502,\"message\":\"m\"}} | null | 502 | m",
                "{\"error\":{\"code\":\"401\",\"message\":\"m\",\"details\":\"d\"}} | null | 401 | m",
                "{\"detail\":\"Unauthorized\"} | null | null | Unauthorized",
                "{\"detail\":[{\"msg\":\"bad\"}]} | null | null | [{\"msg\":\"bad\"}]",
                "{\"message\":\"m\",\"code\":\"c\"} | null | c | m",
                "<html><style>p{}</style><h1>502  Bad</h1> Gateway</html> | null | null | 502 Bad Gateway",
                "{\"error\":{\"mess | null | null | {\"error\":{\"mess"
            })
    void body_isReadInEveryKnownShape(String body, String type, String code, String message) {
        ErrorBody error = parse(body);

        assertEquals(type, String.valueOf(error.type()));
        assertEquals(code, String.valueOf(error.code()));
        assertEquals(message, error.message());
    }

    @Test
    void requestId_isReadFromTheBody() {
        assertEquals(
                "req_1",
                parse("{\"type\":\"error\",\"error\":{\"type\":\"api_error\"},\"request_id\":\"req_1\"}")
                        .requestId());
    }
}
