package io.agenticraft.cache;

import io.agenticraft.json.JsonReader;
import io.agenticraft.model.Content;
import io.agenticraft.model.FinishReason;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.Reasoning;
import io.agenticraft.model.Role;
import io.agenticraft.model.Text;
import io.agenticraft.model.Usage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ResponseCodec} wrote, somewhere and some time ago. */
final class ResponseReader {
    private long version;
    private @Nullable String key;
    private long storedAtMillis;
    private @Nullable String id;
    private @Nullable String model;
    private @Nullable String rawFinishReason;
    private final List<Content> content = new ArrayList<>(1);
    private Usage usage = Usage.unknown();
    private final Map<String, String> details = new HashMap<>();

    private ResponseReader() {}

    /**
     * The answer in a value; null if another version wrote it.
     *
     * @throws IOException if the value is damaged, or not that of this key, or no answer that would be kept
     */
    static @Nullable Stored decode(CacheKey key, byte[] value) throws IOException {
        ResponseReader reader = new ResponseReader();
        JsonReader json = new JsonReader(value, 0, value.length);
        reader.read(json);
        json.end();
        return reader.version == ResponseCodec.VERSION ? reader.stored(key, value.length) : null;
    }

    private void read(JsonReader json) throws IOException {
        for (boolean in = json.enterObject(); in && json.nextField(); ) {
            switch (json.field()) {
                case "version" -> version = orZero(json.number());
                case "key" -> key = json.text();
                case "stored" -> storedAtMillis = orZero(json.number());
                case "id" -> id = json.text();
                case "model" -> model = json.text();
                case "raw_finish_reason" -> rawFinishReason = json.text();
                case "content" -> content(json);
                case "usage" -> usage(json);
                case "details" -> details(json);
                default -> json.skip();
            }
        }
    }

    private static long orZero(@Nullable Long number) {
        return number == null ? 0 : number;
    }

    private void content(JsonReader json) throws IOException {
        for (boolean in = json.enterArray(); in && json.nextElement(); ) {
            String text = null;
            String reasoning = null;
            String provider = null;
            String signature = null;
            String redacted = null;
            for (boolean inPart = json.enterObject(); inPart && json.nextField(); ) {
                switch (json.field()) {
                    case "text" -> text = json.text();
                    case "reasoning" -> reasoning = json.text();
                    case "provider" -> provider = json.text();
                    case "signature" -> signature = json.text();
                    case "redacted" -> redacted = json.text();
                    default -> json.skip();
                }
            }
            if (text != null) {
                content.add(new Text(text));
            } else if (reasoning != null && provider != null) {
                content.add(new Reasoning(reasoning, provider, signature, redacted));
            } else {
                throw new IOException("A part of the answer is neither text nor reasoning");
            }
        }
    }

    private void usage(JsonReader json) throws IOException {
        Long input = null;
        Long output = null;
        Long cacheRead = null;
        Long cacheWrite = null;
        Long reasoning = null;
        for (boolean in = json.enterObject(); in && json.nextField(); ) {
            switch (json.field()) {
                case "input" -> input = json.number();
                case "output" -> output = json.number();
                case "cache_read" -> cacheRead = json.number();
                case "cache_write" -> cacheWrite = json.number();
                case "reasoning" -> reasoning = json.number();
                default -> json.skip();
            }
        }
        usage = new Usage(input, output, cacheRead, cacheWrite, reasoning);
    }

    private void details(JsonReader json) throws IOException {
        for (boolean in = json.enterObject(); in && json.nextField(); ) {
            String name = json.field();
            String value = json.text();
            if (value != null) {
                details.put(name, value);
            }
        }
    }

    private Stored stored(CacheKey expected, int bytes) throws IOException {
        if (!expected.hex().equals(key)) {
            throw new IOException("The value is that of another key");
        }
        ModelResponse answer = new ModelResponse(
                id,
                model,
                new Message(Role.ASSISTANT, content),
                FinishReason.STOP,
                rawFinishReason,
                usage,
                null,
                details);
        if (Keeping.objection(answer) != null) {
            throw new IOException("The value holds no answer that would be kept");
        }
        return new Stored(answer, storedAtMillis, bytes);
    }
}
