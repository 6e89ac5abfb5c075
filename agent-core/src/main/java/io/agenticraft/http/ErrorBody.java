package io.agenticraft.http;

import io.agenticraft.json.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of its failure. All known shapes are read: an object or a text in {@code error}, else
 * {@code detail} or {@code message}, else plain text.
 *
 * @param type the kind of failure, or null
 * @param code the failure's code, a number or a word, or null
 * @param subCode a finer code, or null
 * @param requestId the request's identifier, or null
 * @param message the words; empty where there are none
 */
public record ErrorBody(
        @Nullable String type,
        @Nullable String code,
        @Nullable String subCode,
        @Nullable String requestId,
        String message) {
    private static final int MAX_PLAIN_TEXT = 500;

    /** What is looked at of a text that is not JSON; taking its markup out takes time that grows with the square. */
    private static final int MAX_MARKUP_BYTES = 4 * 1024;

    /** Reads a body; never fails. */
    public static ErrorBody of(byte[] bytes, int offset, int length) {
        try {
            JsonReader json = new JsonReader(bytes, offset, length);
            if (json.isObject()) {
                return new Fields().read(json).toError();
            }
        } catch (IOException e) {
            // Proxies answer with HTML or plain text; their words are the best there is.
            return plain(bytes, offset, length);
        }
        return plain(bytes, offset, length);
    }

    private static ErrorBody plain(byte[] bytes, int offset, int length) {
        String text = new String(bytes, offset, Math.min(length, MAX_MARKUP_BYTES), StandardCharsets.UTF_8)
                .replaceAll("(?s)<(script|style).*?</\\1>|<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return new ErrorBody(null, null, null, null, shortened(text));
    }

    private static String shortened(String text) {
        if (text.length() <= MAX_PLAIN_TEXT) {
            return text;
        }
        boolean amidSymbol = Character.isHighSurrogate(text.charAt(MAX_PLAIN_TEXT - 1));
        return text.substring(0, amidSymbol ? MAX_PLAIN_TEXT - 1 : MAX_PLAIN_TEXT) + "...";
    }

    /** Reads the value of an {@code error} field. */
    public static ErrorBody ofErrorField(JsonReader json) throws IOException {
        Fields fields = new Fields();
        fields.readError(json);
        return fields.toError();
    }

    private static final class Fields {
        private @Nullable String type;
        private @Nullable String code;
        private @Nullable String subCode;
        private @Nullable String requestId;
        private @Nullable String message;
        private @Nullable String detail;

        Fields read(JsonReader json) throws IOException {
            for (boolean in = json.enterObject(); in && json.nextField(); ) {
                switch (json.field()) {
                    case "error" -> readError(json);
                    case "request_id" -> requestId = json.text();
                    case "detail" -> detail = textOrJson(json);
                    case "message" -> message = message != null ? skipped(json, message) : json.text();
                    case "code" -> code = code != null ? skipped(json, code) : json.text();
                    default -> json.skip();
                }
            }
            return this;
        }

        void readError(JsonReader json) throws IOException {
            if (!json.isObject()) {
                message = json.text();
                return;
            }
            for (boolean in = json.enterObject(); in && json.nextField(); ) {
                switch (json.field()) {
                    case "type" -> type = json.text();
                    case "code" -> code = json.text();
                    case "message" -> message = json.text();
                    case "details" -> readDetails(json);
                    case "request_id" -> requestId = json.text();
                    default -> json.skip();
                }
            }
        }

        private void readDetails(JsonReader json) throws IOException {
            for (boolean in = json.enterObject(); in && json.nextField(); ) {
                if (json.field().equals("error_code")) {
                    subCode = json.text();
                } else {
                    json.skip();
                }
            }
        }

        private static String skipped(JsonReader json, String known) throws IOException {
            json.skip();
            return known;
        }

        private static @Nullable String textOrJson(JsonReader json) throws IOException {
            return json.isObject() || json.isArray() ? json.raw() : json.text();
        }

        ErrorBody toError() {
            String words = message != null ? message : detail != null ? detail : "";
            return new ErrorBody(type, code, subCode, requestId, words);
        }
    }
}
