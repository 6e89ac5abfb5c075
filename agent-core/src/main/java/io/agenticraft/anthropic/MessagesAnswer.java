package io.agenticraft.anthropic;

import io.agenticraft.http.Answer;
import io.agenticraft.http.Emitter;
import io.agenticraft.http.ErrorBody;
import io.agenticraft.http.ErrorEventException;
import io.agenticraft.http.Head;
import io.agenticraft.json.JsonReader;
import io.agenticraft.json.MalformedJsonException;
import io.agenticraft.model.Content;
import io.agenticraft.model.FinishReason;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.ProviderContent;
import io.agenticraft.model.Role;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A message, from one document or from events: {@code message_start} holds a message that is still empty. */
final class MessagesAnswer implements Answer {
    private final String provider;
    private final Emitter emitter;
    private final TreeMap<Long, Block> blocks = new TreeMap<>();
    private final MessagesUsage usage = new MessagesUsage();
    private final Map<String, String> details = new TreeMap<>();
    private @Nullable Head head;
    private @Nullable String id;
    private @Nullable String model;
    private @Nullable String stopReason;
    private @Nullable String container;
    private int calls;
    private boolean begun;
    private boolean stopped;

    MessagesAnswer(String provider, Emitter emitter) {
        this.provider = provider;
        this.emitter = emitter;
    }

    @Override
    public void open(Head head) {
        this.head = head;
    }

    @Override
    public void read(@Nullable String event, byte[] bytes, int offset, int length) throws IOException {
        JsonReader json = new JsonReader(bytes, offset, length);
        if (!json.isObject()) {
            throw new MalformedJsonException("an event is not a JSON object");
        }
        Piece piece = new Piece();
        for (boolean in = json.enterObject(); in && json.nextField(); ) {
            piece.readField(json);
        }
        json.end();
        if (piece.error || "error".equals(piece.type) || "error".equals(event)) {
            throw new ErrorEventException(ErrorBody.of(bytes, offset, length));
        }
        piece.apply();
    }

    /** One event, whose fields may come in any order; or the whole message. */
    private final class Piece {
        private @Nullable String type;
        private @Nullable Long index;
        private @Nullable Block start;
        private @Nullable Block delta;
        private boolean error;

        void readField(JsonReader json) throws IOException {
            switch (json.field()) {
                case "type" -> type = json.text();
                case "index" -> index = json.number();
                case "message" -> readMessage(json);
                case "content_block" -> start = Block.read(json);
                case "delta" -> readDelta(json);
                case "error" -> {
                    error = !json.isNull();
                    json.skip();
                }
                default -> readMessageField(json);
            }
        }

        private void readDelta(JsonReader json) throws IOException {
            Block read = new Block();
            for (boolean in = json.enterObject(); in && json.nextField(); ) {
                if (json.field().startsWith("stop_") || json.field().equals(ServerTools.CONTAINER)) {
                    readMessageField(json);
                } else {
                    read.readField(json);
                }
            }
            delta = read;
        }

        void apply() {
            if (id != null) {
                emitter.started(id, model);
            }
            Long at = index != null ? index : blocks.isEmpty() ? Long.valueOf(0) : blocks.lastKey();
            if (start != null) {
                add(at, start);
            }
            Block block = blocks.get(at);
            if (block != null && delta != null && "content_block_delta".equals(type)) {
                block.grow(delta, emitter);
            }
            if (block != null && "content_block_stop".equals(type)) {
                block.end(emitter);
            }
            stopped |= "message_stop".equals(type);
        }
    }

    private void add(Long at, Block block) {
        begun = true;
        blocks.put(at, block);
        block.begin(block.isToolUse() ? calls++ : -1, emitter);
    }

    private void readMessage(JsonReader json) throws IOException {
        for (boolean in = json.enterObject(); in && json.nextField(); ) {
            readMessageField(json);
        }
    }

    private void readMessageField(JsonReader json) throws IOException {
        switch (json.field()) {
            case "id" -> {
                id = json.text();
                begun |= id != null;
            }
            case "model" -> model = json.text();
            case "content" -> {
                begun |= json.isArray();
                for (boolean in = json.enterArray(); in && json.nextElement(); ) {
                    add((long) blocks.size(), Block.read(json));
                }
            }
            case "stop_reason" -> stopReason = known(json.text(), stopReason);
            case "stop_sequence" -> detail("stop_sequence", json.text());
            case "stop_details" -> {
                for (boolean in = json.enterObject(); in && json.nextField(); ) {
                    detail("stop_details." + json.field(), json.text());
                }
            }
            case "usage" -> usage.read(json);
            case ServerTools.CONTAINER -> container = json.isObject() ? json.raw() : container;
            default -> json.skip();
        }
    }

    private static @Nullable String known(@Nullable String now, @Nullable String before) {
        return now == null ? before : now;
    }

    private void detail(String name, @Nullable String value) {
        if (value != null) {
            details.put(name, value);
        }
    }

    @Override
    public boolean complete(boolean explicitEnd) {
        return stopped;
    }

    @Override
    public @Nullable ModelResponse soFar() {
        if (!begun) {
            return null;
        }
        detail("service_tier", usage.serviceTier());
        List<Content> content = new ArrayList<>(blocks.size());
        for (Block block : blocks.values()) {
            Content part = block.toContent(provider);
            if (part != null) {
                content.add(part);
            }
        }
        if (container != null) {
            content.add(new ProviderContent(provider, ServerTools.CONTAINER, container));
        }
        return new ModelResponse(
                id,
                model,
                new Message(Role.ASSISTANT, content),
                reason(),
                stopReason,
                usage.toUsage(),
                head == null ? null : head.requestId(),
                details);
    }

    private FinishReason reason() {
        if (stopReason == null) {
            return FinishReason.OTHER;
        }
        return switch (stopReason) {
            case "end_turn", "stop_sequence" -> FinishReason.STOP;
            case "max_tokens", "model_context_window_exceeded" -> FinishReason.LENGTH;
            case "tool_use" -> FinishReason.TOOL_CALLS;
            case "refusal" -> FinishReason.REFUSAL;
            case "pause_turn" -> FinishReason.PAUSED;
            default -> FinishReason.OTHER;
        };
    }
}
