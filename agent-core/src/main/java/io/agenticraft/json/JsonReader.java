package io.agenticraft.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Walks one JSON document once, forwards. A value of another kind than the one asked for counts as absent, so that a
 * field which a provider adds or changes does no harm; text that is not JSON is an {@link IOException}.
 *
 * <pre>{@code
 * for (boolean in = json.enterObject(); in && json.nextField(); ) {
 *     switch (json.field()) {
 *         case "id" -> id = json.text();
 *         default -> json.skip();
 *     }
 * }
 * }</pre>
 */
public final class JsonReader {
    static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    /** The parser and the generator themselves end at 1,000. */
    private static final int MAX_NESTED = 900;

    private final byte[] bytes;
    private final int offset;
    private final JsonParser parser;
    private String field = "";

    public JsonReader(byte[] bytes, int offset, int length) throws IOException {
        this.bytes = bytes;
        this.offset = offset;
        parser = FACTORY.createParser(bytes, offset, length);
        if (parser.nextToken() == null) {
            throw new MalformedJsonException("Nothing where JSON should be");
        }
    }

    public static JsonReader of(String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new JsonReader(bytes, 0, bytes.length);
    }

    /** Whether the value at hand is an object. */
    public boolean isObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    /** Whether the value at hand is an array. */
    public boolean isArray() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    /** Whether the value at hand is null. */
    public boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    /** Enters the object at hand; false, and past the value, where it is none. */
    public boolean enterObject() throws IOException {
        return isObject() || past();
    }

    /** Enters the array at hand; false, and past the value, where it is none. */
    public boolean enterArray() throws IOException {
        return isArray() || past();
    }

    private boolean past() throws IOException {
        skip();
        return false;
    }

    /** Goes to the value of the next field; false at the end of the object. */
    public boolean nextField() throws IOException {
        JsonToken token = parser.nextToken();
        requireToken(token);
        if (token != JsonToken.FIELD_NAME) {
            return false;
        }
        field = parser.currentName();
        requireToken(parser.nextToken());
        return true;
    }

    /** The name of the field that {@link #nextField()} went to. */
    public String field() {
        return field;
    }

    /** Goes to the next element; false at the end of the array. */
    public boolean nextElement() throws IOException {
        JsonToken token = parser.nextToken();
        requireToken(token);
        return token != JsonToken.END_ARRAY;
    }

    private static void requireToken(@Nullable JsonToken token) throws IOException {
        if (token == null) {
            throw new MalformedJsonException("The JSON ends too early");
        }
    }

    /** The value as text, numbers and truth values too; null for null, an object or an array. */
    public @Nullable String text() throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING || token.isNumeric() || token.isBoolean()) {
            return parser.getText();
        }
        skip();
        return null;
    }

    /** The value as a whole number, or null where it is none or none of 64 bits. */
    public @Nullable Long number() throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? null : parser.getLongValue();
        }
        if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            double value = parser.getDoubleValue();
            return Math.abs(value) < Long.MAX_VALUE ? (long) value : null;
        }
        skip();
        return null;
    }

    /** The value as a whole number that counts something, or null where it is none or less than 0. */
    public @Nullable Long count() throws IOException {
        Long number = number();
        return number != null && number < 0 ? null : number;
    }

    /** Whether the value is {@code true}. */
    public boolean isTrue() throws IOException {
        boolean value = parser.currentToken() == JsonToken.VALUE_TRUE;
        skip();
        return value;
    }

    /** The value's JSON exactly as it was sent. */
    public String raw() throws IOException {
        int start = offset + (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        parser.finishToken();
        int end = offset + (int) parser.currentLocation().getByteOffset();
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    /** Where the value at hand begins, for {@link #between}. */
    public int start() {
        return offset + (int) parser.currentTokenLocation().getByteOffset();
    }

    /** Where the value that was read last ends, for {@link #between}. */
    public int end(int atLeast) {
        return Math.max(atLeast, offset + (int) parser.currentLocation().getByteOffset());
    }

    /** The document's text between two places. */
    public String between(int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    /** A reader of the value at hand, past which this one goes. For a value that only a later field explains. */
    public JsonReader fork() throws IOException {
        int start = offset + (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        parser.finishToken();
        return new JsonReader(
                bytes, start, offset + (int) parser.currentLocation().getByteOffset() - start);
    }

    /** Whether a text is one JSON object, and not nested too deeply to stand in a request. */
    public static boolean isObject(String json) {
        try {
            JsonReader reader = of(json);
            boolean object = reader.isObject();
            int depth = 0;
            for (JsonToken token = reader.parser.currentToken(); token != null; token = reader.parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth > MAX_NESTED || (depth == 0 && !token.isStructEnd())) {
                    return false;
                }
                if (depth == 0) {
                    reader.end();
                    return object;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    /** Goes past the value at hand. */
    public void skip() throws IOException {
        parser.skipChildren();
    }

    /** Requires that nothing but white space follows the document. */
    public void end() throws IOException {
        if (parser.nextToken() != null) {
            throw new MalformedJsonException("Something follows the JSON");
        }
    }
}
