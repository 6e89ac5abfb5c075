package io.agenticraft.batch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.agenticraft.agent.RunResult;
import io.agenticraft.json.JsonReader;
import io.agenticraft.model.Usage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lines of {@link JsonLines}. */
final class Line {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String ID = "id";
    private static final String TEXT = "text";
    private static final String ERROR = "error";
    private static final String NO_RESULT = "is no result of a batch; the file is left as it is";
    private static final byte[] BEGINNING = "{\"id\":\"".getBytes(StandardCharsets.UTF_8);

    private Line() {}

    /** The request of a line of prompts, or null if it is empty. */
    static @Nullable BatchRequest request(Path file, long number, String line) {
        String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
        if (text.isBlank()) {
            return null;
        }
        String id = null;
        String prompt = null;
        try {
            JsonReader json = JsonReader.of(text);
            for (boolean in = json.enterObject(); in && json.nextField(); ) {
                switch (json.field()) {
                    case ID -> id = json.text();
                    case "prompt" -> prompt = json.text();
                    default -> json.skip();
                }
            }
            json.end();
        } catch (IOException e) {
            throw wrong(file, number, "is not one JSON object", e);
        }
        if (id == null || prompt == null) {
            throw wrong(file, number, "lacks its \"" + (id == null ? ID : "prompt") + "\"", null);
        }
        return BatchRequest.of(id, prompt);
    }

    /** The name of the item that a line says is done, or null if it says that it failed. */
    static @Nullable String doneId(Path file, long number, byte[] line) {
        String id = null;
        boolean answered = false;
        boolean failed = false;
        try {
            JsonReader json = new JsonReader(line, 0, line.length);
            for (boolean in = json.enterObject(); in && json.nextField(); ) {
                if (json.field().equals(ID)) {
                    id = json.text();
                } else {
                    answered |= json.field().equals(TEXT);
                    failed |= json.field().equals(ERROR);
                    json.skip();
                }
            }
            json.end();
        } catch (IOException e) {
            throw wrong(file, number, NO_RESULT, e);
        }
        if (id == null || !(answered || failed)) {
            throw wrong(file, number, NO_RESULT, null);
        }
        return answered ? id : null;
    }

    /** Whether what follows the last whole line of a file is the beginning of a result that was not written to its end. */
    static boolean isCut(byte[] rest) {
        for (int i = 0; i < Math.min(rest.length, BEGINNING.length); i++) {
            if (rest[i] != BEGINNING[i]) {
                return false;
            }
        }
        return true;
    }

    static IllegalArgumentException noResult(Path file, long number) {
        return wrong(file, number, NO_RESULT, null);
    }

    private static IllegalArgumentException wrong(Path file, long number, String what, @Nullable IOException cause) {
        return new IllegalArgumentException("Line " + number + " of " + file + " " + what, cause);
    }

    static byte[] of(String id, BatchResult result) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField(ID, wellFormed(id));
            json.writeNumberField("index", result.index());
            json.writeNumberField("attempts", result.attempts());
            if (result.result() != null) {
                answer(json, result.result());
            } else if (result.failure() != null) {
                json.writeObjectFieldStart(ERROR);
                json.writeStringField("type", result.failure().getClass().getSimpleName());
                json.writeStringField(
                        "message", wellFormed(String.valueOf(result.failure().getMessage())));
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        out.write('\n');
        return out.toByteArray();
    }

    private static void answer(JsonGenerator json, RunResult result) throws IOException {
        json.writeStringField(TEXT, wellFormed(result.text()));
        json.writeStringField("finish_reason", result.finishReason().name().toLowerCase(Locale.ROOT));
        json.writeStringField("provider", result.provider());
        json.writeStringField("model", result.model());
        Usage usage = result.usage();
        json.writeObjectFieldStart("usage");
        number(json, "input", usage.inputTokens());
        number(json, "output", usage.outputTokens());
        number(json, "cache_read", usage.cacheReadTokens());
        number(json, "cache_write", usage.cacheWriteTokens());
        number(json, "reasoning", usage.reasoningTokens());
        json.writeEndObject();
    }

    /** Half a symbol, which a cut text may end with, cannot be written. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static void number(JsonGenerator json, String name, @Nullable Long value) throws IOException {
        if (value != null) {
            json.writeNumberField(name, value);
        }
    }
}
