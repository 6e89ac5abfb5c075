package io.agenticraft.openai;

import io.agenticraft.http.Answer;
import io.agenticraft.http.Emitter;
import io.agenticraft.http.ErrorBody;
import io.agenticraft.http.ErrorEventException;
import io.agenticraft.http.Head;
import io.agenticraft.json.JsonReader;
import io.agenticraft.json.MalformedJsonException;
import io.agenticraft.model.FinishReason;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.Role;
import io.agenticraft.model.Usage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A chat completion, from one document or from chunks: a chunk's {@code delta} has the form of a {@code message}. */
final class ChatAnswer implements Answer {
    private static final byte[] DONE = {'[', 'D', 'O', 'N', 'E', ']'};

    private final Emitter emitter;
    private final ChatMessage message;
    private final Map<String, String> details = new TreeMap<>();
    private @Nullable Head head;
    private @Nullable String id;
    private @Nullable String model;
    private @Nullable String finishReason;
    private Usage usage = Usage.unknown();
    private boolean begun;
    private boolean done;

    ChatAnswer(String provider, ReasoningField reasoningField, Emitter emitter) {
        this.emitter = emitter;
        message = new ChatMessage(provider, reasoningField, emitter);
    }

    @Override
    public void open(Head head) {
        this.head = head;
    }

    @Override
    public void read(@Nullable String event, byte[] bytes, int offset, int length) throws IOException {
        if (isDone(bytes, offset, length)) {
            done = true;
            return;
        }
        if ("error".equals(event)) {
            throw new ErrorEventException(ErrorBody.of(bytes, offset, length));
        }
        JsonReader json = new JsonReader(bytes, offset, length);
        if (!json.isObject()) {
            throw new MalformedJsonException("a chat completion is not a JSON object");
        }
        readFields(json);
        json.end();
    }

    /** Pieces are emitted once it is known whose they are, which some hosts say last. */
    private void readFields(JsonReader json) throws IOException {
        JsonReader choices = null;
        for (boolean in = json.enterObject(); in && json.nextField(); ) {
            if (!json.field().equals("choices")) {
                readField(json);
            } else if (id == null || model == null) {
                choices = json.fork();
            } else {
                emitter.started(id, model);
                readChoices(json);
            }
        }
        if (choices != null) {
            if (id != null || model != null) {
                emitter.started(id, model);
            }
            readChoices(choices);
        }
    }

    private static boolean isDone(byte[] bytes, int offset, int length) {
        return Arrays.equals(bytes, offset, offset + length, DONE, 0, DONE.length);
    }

    private void readField(JsonReader json) throws IOException {
        switch (json.field()) {
            case "id" -> id = known(json.text(), id);
            case "model" -> model = known(json.text(), model);
            case "usage" -> {
                if (json.isObject()) {
                    usage = ChatUsage.read(json);
                    begun = true;
                }
            }
            case "service_tier", "system_fingerprint" -> detail(json.field(), json.text());
            case "error" -> {
                if (!json.isNull()) {
                    throw new ErrorEventException(ErrorBody.ofErrorField(json));
                }
            }
            default -> json.skip();
        }
    }

    /** Azure begins its streams with a chunk whose texts are empty. */
    private static @Nullable String known(@Nullable String now, @Nullable String before) {
        return now == null || now.isEmpty() ? before : now;
    }

    private void detail(String name, @Nullable String value) {
        if (value != null) {
            details.put(name, value);
        }
    }

    private void readChoices(JsonReader json) throws IOException {
        begun |= json.isArray();
        long position = 0;
        for (boolean in = json.enterArray(); in && json.nextElement(); position++) {
            readChoice(json, position);
        }
    }

    /** The index, which tells whether a choice is ours, may come last. */
    private void readChoice(JsonReader json, long position) throws IOException {
        Long index = null;
        String reason = null;
        JsonReader early = null;
        for (boolean in = json.enterObject(); in && json.nextField(); ) {
            switch (json.field()) {
                case "index" -> index = json.number();
                case "finish_reason" -> reason = json.text();
                case "message", "delta" -> {
                    if (index == null) {
                        early = json.fork();
                    } else if (index == 0) {
                        message.read(json);
                    } else {
                        json.skip();
                    }
                }
                default -> json.skip();
            }
        }
        if ((index == null ? position : index) == 0) {
            finishReason = known(reason, finishReason);
            if (early != null) {
                message.read(early);
            }
        }
    }

    @Override
    public boolean complete(boolean explicitEnd) {
        return done || (finishReason != null && explicitEnd);
    }

    @Override
    public @Nullable ModelResponse soFar() {
        if (!begun) {
            return null;
        }
        return new ModelResponse(
                id,
                model,
                new Message(Role.ASSISTANT, message.toContent()),
                reason(),
                finishReason,
                usage,
                head == null ? null : head.requestId(),
                details);
    }

    /** A refusal and forced tool calls end with {@code stop} too. */
    private FinishReason reason() {
        if (finishReason == null) {
            return FinishReason.OTHER;
        }
        return switch (finishReason) {
            case "stop" ->
                message.refuses()
                        ? FinishReason.REFUSAL
                        : message.callsTools() ? FinishReason.TOOL_CALLS : FinishReason.STOP;
            case "length" -> FinishReason.LENGTH;
            case "tool_calls", "function_call" -> FinishReason.TOOL_CALLS;
            case "content_filter" -> FinishReason.CONTENT_FILTER;
            default -> FinishReason.OTHER;
        };
    }
}
