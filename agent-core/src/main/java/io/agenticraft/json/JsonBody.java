package io.agenticraft.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the body of a request. A field whose value is null is left out, and so is a top-level field that the caller
 * sets with {@code extra}.
 */
public final class JsonBody {
    private static final int INITIAL_BYTES = 1024;

    private final ByteArrayBuilder out = new ByteArrayBuilder(null, INITIAL_BYTES);
    private final JsonGenerator json;
    private final Map<String, Object> extra;
    private int depth;

    /**
     * Begins an object.
     *
     * @param extra fields that the caller sets
     * @param reserved names that the caller must not set
     * @throws InvalidJsonException if {@code extra} holds one of {@code reserved}
     */
    public JsonBody(Map<String, Object> extra, Set<String> reserved) throws IOException {
        for (String name : reserved) {
            if (extra.containsKey(name)) {
                throw new InvalidJsonException("The extra field " + name + " is not for the caller to set");
            }
        }
        this.extra = extra;
        json = JsonReader.FACTORY.createGenerator(out);
        json.writeStartObject();
        depth = 1;
    }

    private boolean leaveOut(String name, @Nullable Object value) {
        return value == null || (depth == 1 && extra.containsKey(name));
    }

    public JsonBody field(String name, @Nullable String value) throws IOException {
        if (value != null && !leaveOut(name, value)) {
            json.writeStringField(name, wellFormed(value));
        }
        return this;
    }

    public JsonBody field(String name, @Nullable Number value) throws IOException {
        if (!leaveOut(name, value)) {
            json.writeFieldName(name);
            value(value);
        }
        return this;
    }

    public JsonBody field(String name, @Nullable Boolean value) throws IOException {
        if (value != null && !leaveOut(name, value)) {
            json.writeBooleanField(name, value);
        }
        return this;
    }

    /** A list of texts; left out where it is empty. */
    public JsonBody field(String name, List<String> values) throws IOException {
        if (!values.isEmpty() && !leaveOut(name, values)) {
            json.writeFieldName(name);
            value(values);
        }
        return this;
    }

    /** Begins an array or object in a field, unless the caller sets that field: then false. */
    public boolean begins(String name) {
        return !leaveOut(name, name);
    }

    public JsonBody startObject(String name) throws IOException {
        json.writeObjectFieldStart(name);
        depth++;
        return this;
    }

    public JsonBody startObject() throws IOException {
        json.writeStartObject();
        depth++;
        return this;
    }

    public JsonBody startArray(String name) throws IOException {
        json.writeArrayFieldStart(name);
        depth++;
        return this;
    }

    public JsonBody endObject() throws IOException {
        json.writeEndObject();
        depth--;
        return this;
    }

    public JsonBody endArray() throws IOException {
        json.writeEndArray();
        depth--;
        return this;
    }

    public JsonBody element(String value) throws IOException {
        json.writeString(wellFormed(value));
        return this;
    }

    /**
     * A field whose value is JSON already.
     *
     * @throws InvalidJsonException if the text is no JSON object; its message begins with {@code what}
     */
    public JsonBody object(String name, String text, String what) throws IOException {
        json.writeFieldName(name);
        copy(text, what);
        return this;
    }

    /** An element that is JSON already; fails like {@link #object}. */
    public JsonBody objectElement(String text, String what) throws IOException {
        copy(text, what);
        return this;
    }

    private void copy(String text, String what) throws IOException {
        try (JsonParser parser = JsonReader.FACTORY.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new InvalidJsonException(what + " is not a JSON object");
            }
            json.copyCurrentStructure(parser);
            if (parser.nextToken() != null) {
                throw new InvalidJsonException(what + " is more than one JSON object");
            }
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw new InvalidJsonException(what + " is not JSON: " + e.getOriginalMessage());
        }
    }

    /**
     * A field whose value is a JSON object that a model wrote, which need not be one: then an object that holds the
     * text, so that the conversation can go on.
     */
    public JsonBody lenientObject(String name, String text) throws IOException {
        if (text.isBlank()) {
            return startObject(name).endObject();
        }
        return JsonReader.isObject(text)
                ? object(name, text, name)
                : startObject(name).field("invalid_json", text).endObject();
    }

    /** A field with values of JDK types that JSON knows; left out where there are none. */
    public JsonBody field(String name, Map<String, Object> values) throws IOException {
        if (!values.isEmpty() && !leaveOut(name, values)) {
            json.writeFieldName(name);
            value(values);
        }
        return this;
    }

    private void value(@Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName(String.valueOf(entry.getKey()));
                value(entry.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof Iterable<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                value(element);
            }
            json.writeEndArray();
        } else {
            scalar(value);
        }
    }

    private void scalar(@Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Double || value instanceof Float) {
            json.writeNumber(((Number) value).doubleValue());
        } else if (value instanceof Number number) {
            json.writeNumber(number.toString());
        } else {
            json.writeString(wellFormed(value.toString()));
        }
    }

    /** A text without halves of symbols, such as cutting a text leaves: providers refuse the whole request for one. */
    private static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                int symbol = text.codePointAt(i);
                if (!Character.isSupplementaryCodePoint(symbol)) {
                    return repaired(text);
                }
                i++;
            }
        }
        return text;
    }

    private static String repaired(String text) {
        StringBuilder repaired = new StringBuilder(text.length());
        text.codePoints()
                .map(symbol -> symbol >= Character.MIN_SURROGATE && symbol <= Character.MAX_SURROGATE ? 0xFFFD : symbol)
                .forEach(repaired::appendCodePoint);
        return repaired.toString();
    }

    /** Ends the object, with the caller's extra fields last. */
    public byte[] toBytes() throws IOException {
        for (Map.Entry<String, Object> entry : extra.entrySet()) {
            json.writeFieldName(entry.getKey());
            value(entry.getValue());
        }
        json.writeEndObject();
        json.close();
        return out.toByteArray();
    }
}
