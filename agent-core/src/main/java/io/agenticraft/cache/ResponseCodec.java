package io.agenticraft.cache;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.agenticraft.model.Content;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.Reasoning;
import io.agenticraft.model.Text;
import io.agenticraft.model.Usage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes answers for processes of this and other versions. {@link ResponseReader} reads them. */
final class ResponseCodec {
    /** Goes up when what is written could be misread by older readers. */
    static final int VERSION = 1;

    private static final JsonFactory PLAIN = new JsonFactory();

    /** For halves of symbols, which have no UTF-8 but can be escaped. */
    private static final JsonFactory ESCAPING =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private ResponseCodec() {}

    /** The answer, with its key in it, so that a value under a wrong key shows. */
    static byte[] encode(CacheKey key, ModelResponse answer, long storedAtMillis) {
        try {
            return encode(PLAIN, key, answer, storedAtMillis);
        } catch (IOException e) {
            try {
                return encode(ESCAPING, key, answer, storedAtMillis);
            } catch (IOException f) {
                throw new UncheckedIOException("An answer cannot be written as JSON", f);
            }
        }
    }

    private static byte[] encode(JsonFactory factory, CacheKey key, ModelResponse answer, long storedAtMillis)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeStringField("key", key.hex());
            json.writeNumberField("stored", storedAtMillis);
            field(json, "id", answer.id());
            field(json, "model", answer.model());
            field(json, "raw_finish_reason", answer.rawFinishReason());
            json.writeArrayFieldStart("content");
            for (Content part : answer.message().content()) {
                part(json, part);
            }
            json.writeEndArray();
            usage(json, answer.usage());
            json.writeObjectFieldStart("details");
            for (Map.Entry<String, String> detail : answer.details().entrySet()) {
                json.writeStringField(detail.getKey(), detail.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void part(JsonGenerator json, Content part) throws IOException {
        json.writeStartObject();
        if (part instanceof Text text) {
            json.writeStringField("text", text.text());
        } else if (part instanceof Reasoning reasoning) {
            json.writeStringField("reasoning", reasoning.text());
            json.writeStringField("provider", reasoning.provider());
            field(json, "signature", reasoning.signature());
            field(json, "redacted", reasoning.redactedData());
        } else {
            throw new IOException("An answer with a " + part.getClass().getSimpleName() + " is not kept");
        }
        json.writeEndObject();
    }

    private static void usage(JsonGenerator json, Usage usage) throws IOException {
        json.writeObjectFieldStart("usage");
        field(json, "input", usage.inputTokens());
        field(json, "output", usage.outputTokens());
        field(json, "cache_read", usage.cacheReadTokens());
        field(json, "cache_write", usage.cacheWriteTokens());
        field(json, "reasoning", usage.reasoningTokens());
        json.writeEndObject();
    }

    private static void field(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private static void field(JsonGenerator json, String name, @Nullable Long value) throws IOException {
        if (value != null) {
            json.writeNumberField(name, value);
        }
    }
}
