package io.agenticraft.ollama;

import io.agenticraft.http.Answer;
import io.agenticraft.http.Emitter;
import io.agenticraft.http.ErrorBody;
import io.agenticraft.http.ErrorEventException;
import io.agenticraft.http.Head;
import io.agenticraft.http.ToolCallParts;
import io.agenticraft.json.JsonReader;
import io.agenticraft.json.MalformedJsonException;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A chat's answer, from one document or from lines: a line has the form of the whole. */
final class OllamaAnswer implements Answer {
    private final String provider;
    private final Emitter emitter;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder thinking = new StringBuilder();
    private final ToolCallParts calls;
    private final Map<String, String> details = new TreeMap<>();
    private @Nullable Head head;
    private @Nullable String model;
    private @Nullable String doneReason;
    private @Nullable Long input;
    private @Nullable Long output;
    private boolean begun;
    private boolean done;

    OllamaAnswer(String provider, Emitter emitter) {
        this.provider = provider;
        this.emitter = emitter;
        calls = new ToolCallParts(emitter);
    }

    @Override
    public void open(Head head) {
        this.head = head;
    }

    @Override
    public void read(@Nullable String event, byte[] bytes, int offset, int length) throws IOException {
        JsonReader json = new JsonReader(bytes, offset, length);
        if (!json.isObject()) {
            throw new MalformedJsonException("a line is not a JSON object");
        }
        JsonReader message = null;
        for (boolean in = json.enterObject(); in && json.nextField(); ) {
            if (!json.field().equals("message")) {
                readField(json);
            } else if (model == null) {
                message = json.fork();
            } else {
                readMessage(json);
            }
        }
        json.end();
        if (message != null) {
            readMessage(message);
        }
    }

    private void readField(JsonReader json) throws IOException {
        switch (json.field()) {
            case "model" -> model = json.text();
            case "done" -> {
                done |= json.isTrue();
                begun |= done;
            }
            case "done_reason" -> doneReason = json.text();
            case "prompt_eval_count" -> input = json.count();
            case "eval_count" -> output = json.count();
            case "total_duration", "load_duration", "prompt_eval_duration", "eval_duration" -> readDetail(json);
            case "error" -> {
                if (!json.isNull()) {
                    throw new ErrorEventException(ErrorBody.ofErrorField(json));
                }
            }
            default -> json.skip();
        }
    }

    /** Durations are nanoseconds. */
    private void readDetail(JsonReader json) throws IOException {
        String value = json.text();
        if (value != null) {
            details.put(json.field(), value);
        }
    }

    private void readMessage(JsonReader json) throws IOException {
        begun |= json.isObject();
        emitter.started(null, model);
        for (boolean in = json.enterObject(); in && json.nextField(); ) {
            switch (json.field()) {
                case "content" -> emitter.text(append(text, json.text()));
                case "thinking" -> emitter.reasoning(append(thinking, json.text()));
                case "tool_calls" -> {
                    for (boolean list = json.enterArray(); list && json.nextElement(); ) {
                        calls.read(json);
                    }
                }
                default -> json.skip();
            }
        }
    }

    private static String append(StringBuilder to, @Nullable String piece) {
        String known = piece == null ? "" : piece;
        to.append(known);
        return known;
    }

    @Override
    public boolean complete(boolean explicitEnd) {
        return done;
    }

    @Override
    public @Nullable ModelResponse soFar() {
        if (!begun) {
            return null;
        }
        List<Content> content = new ArrayList<>(2);
        if (!thinking.isEmpty()) {
            content.add(new Reasoning(thinking.toString(), provider, null, null));
        }
        if (!text.isEmpty()) {
            content.add(new Text(text.toString()));
        }
        content.addAll(calls.toCalls());
        return new ModelResponse(
                null,
                model,
                new Message(Role.ASSISTANT, content),
                reason(),
                doneReason,
                new Usage(input, output, null, null, null),
                head == null ? null : head.requestId(),
                details);
    }

    /** Tool calls end with {@code stop} too. */
    private FinishReason reason() {
        if (done && !calls.isEmpty()) {
            return FinishReason.TOOL_CALLS;
        }
        if (doneReason == null) {
            return FinishReason.OTHER;
        }
        return switch (doneReason) {
            case "stop" -> FinishReason.STOP;
            case "length" -> FinishReason.LENGTH;
            default -> FinishReason.OTHER;
        };
    }
}
