package io.agenticraft.openai;

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
import io.agenticraft.model.Refusal;
import io.agenticraft.model.Role;
import io.agenticraft.model.Text;
import io.agenticraft.model.Usage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A chat completion, from one document or from chunks: a chunk's {@code delta} has the form of a {@code message}. */
final class ChatAnswer implements Answer {
    private static final byte[] DONE = {'[', 'D', 'O', 'N', 'E', ']'};

    private final String provider;
    private final ReasoningField reasoningField;
    private final Emitter emitter;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private final StringBuilder refusal = new StringBuilder();
    private final ToolCallParts calls;
    private final Map<String, String> details = new TreeMap<>();
    private @Nullable Head head;
    private @Nullable String id;
    private @Nullable String model;
    private @Nullable String finishReason;
    private @Nullable String ownReasoningField;
    private Usage usage = Usage.unknown();
    private boolean begun;
    private boolean done;

    ChatAnswer(String provider, ReasoningField reasoningField, Emitter emitter) {
        this.provider = provider;
        this.reasoningField = reasoningField;
        this.emitter = emitter;
        calls = new ToolCallParts(emitter);
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
                        readMessage(json);
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
                readMessage(early);
            }
        }
    }

    private void readMessage(JsonReader json) throws IOException {
        for (boolean in = json.enterObject(); in && json.nextField(); ) {
            readMessageField(json);
        }
    }

    private void readMessageField(JsonReader json) throws IOException {
        switch (json.field()) {
            case "content" -> readContent(json);
            case "reasoning", "reasoning_content" -> readReasoning(json.field(), json.text());
            case "refusal" -> {
                String piece = json.text();
                if (piece != null) {
                    refusal.append(piece);
                    emitter.refusal(piece);
                }
            }
            case "tool_calls" -> {
                for (boolean in = json.enterArray(); in && json.nextElement(); ) {
                    calls.read(json);
                }
            }
            default -> json.skip();
        }
    }

    /** A text, or with some hosts a list of texts and thoughts. */
    private void readContent(JsonReader json) throws IOException {
        if (!json.isArray()) {
            addText(json.text());
            return;
        }
        for (boolean in = json.enterArray(); in && json.nextElement(); ) {
            for (boolean part = json.enterObject(); part && json.nextField(); ) {
                switch (json.field()) {
                    case "text" -> addText(json.text());
                    case "thinking" -> readThoughts(json);
                    default -> json.skip();
                }
            }
        }
    }

    private void readThoughts(JsonReader json) throws IOException {
        for (boolean in = json.enterArray(); in && json.nextElement(); ) {
            for (boolean part = json.enterObject(); part && json.nextField(); ) {
                if (json.field().equals("text")) {
                    addReasoning(json.text());
                } else {
                    json.skip();
                }
            }
        }
    }

    private void addText(@Nullable String piece) {
        if (piece != null) {
            text.append(piece);
            emitter.text(piece);
        }
    }

    /** Some hosts send the same under both names. */
    private void readReasoning(String field, @Nullable String piece) {
        if (piece != null && !piece.isEmpty() && (ownReasoningField == null || ownReasoningField.equals(field))) {
            ownReasoningField = field;
            reasoningField.seen(field);
            addReasoning(piece);
        }
    }

    private void addReasoning(@Nullable String piece) {
        if (piece != null) {
            reasoning.append(piece);
            emitter.reasoning(piece);
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
        List<Content> content = new ArrayList<>(2);
        if (!reasoning.isEmpty()) {
            content.add(new Reasoning(reasoning.toString(), provider, null, null));
        }
        if (!text.isEmpty()) {
            content.add(new Text(text.toString()));
        }
        if (!refusal.isEmpty()) {
            content.add(new Refusal(refusal.toString()));
        }
        content.addAll(calls.toCalls());
        return new ModelResponse(
                id,
                model,
                new Message(Role.ASSISTANT, content),
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
                !refusal.isEmpty()
                        ? FinishReason.REFUSAL
                        : calls.isEmpty() ? FinishReason.STOP : FinishReason.TOOL_CALLS;
            case "length" -> FinishReason.LENGTH;
            case "tool_calls", "function_call" -> FinishReason.TOOL_CALLS;
            case "content_filter" -> FinishReason.CONTENT_FILTER;
            default -> FinishReason.OTHER;
        };
    }
}
