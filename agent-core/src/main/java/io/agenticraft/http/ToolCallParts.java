package io.agenticraft.http;

import io.agenticraft.json.JsonReader;
import io.agenticraft.json.MalformedJsonException;
import io.agenticraft.model.ToolCall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Puts tool calls together from their pieces, and tells parallel ones apart. */
public final class ToolCallParts {
    /** No model asks for that many; each piece looks for its call among all. */
    private static final int MAX_CALLS = 2_000;

    private final Emitter emitter;
    private final List<Part> parts = new ArrayList<>(0);

    private static final class Part {
        private final @Nullable Long index;
        private final String id;
        private String name;
        private final StringBuilder arguments = new StringBuilder();

        Part(@Nullable Long index, String id, String name) {
            this.index = index;
            this.id = id;
            this.name = name;
        }
    }

    public ToolCallParts(Emitter emitter) {
        this.emitter = emitter;
    }

    /**
     * Takes a piece. It belongs to the call with its index, unless it brings another identifier and a name: some hosts
     * give all calls the same index. Without an index, a name begins a call and other pieces belong to the last one.
     *
     * @param index tells calls apart, or null
     * @param id the call's identifier; made up for a call that comes with none
     */
    public void add(@Nullable Long index, @Nullable String id, @Nullable String name, @Nullable String arguments) {
        Part known = find(index, id, name != null && !name.isEmpty());
        String piece = arguments == null ? "" : arguments;
        if (known == null) {
            begin(index, id, name == null ? "" : name, piece);
            return;
        }
        if (known.name.isEmpty() && name != null) {
            known.name = name;
        }
        known.arguments.append(piece);
        emitter.toolCall(parts.indexOf(known), piece);
    }

    /** Reads {@code {index, id, function: {name, arguments}}}, whose arguments are a text or an object. */
    public void read(JsonReader json) throws IOException {
        Long index = null;
        String id = null;
        Piece piece = new Piece();
        for (boolean in = json.enterObject(); in && json.nextField(); ) {
            switch (json.field()) {
                case "index" -> index = json.number();
                case "id" -> id = json.text();
                case "function" -> piece.read(json);
                default -> json.skip();
            }
        }
        add(index, id, piece.name, piece.arguments);
        if (parts.size() > MAX_CALLS) {
            throw new MalformedJsonException("more than " + MAX_CALLS + " tool calls");
        }
    }

    private static final class Piece {
        private @Nullable String name;
        private @Nullable String arguments;

        void read(JsonReader json) throws IOException {
            for (boolean in = json.enterObject(); in && json.nextField(); ) {
                switch (json.field()) {
                    case "name" -> name = json.text();
                    case "arguments" -> arguments = json.isObject() ? json.raw() : json.text();
                    default -> json.skip();
                }
            }
        }
    }

    private void begin(@Nullable Long index, @Nullable String id, String name, String arguments) {
        Part part = new Part(index, id == null || id.isEmpty() ? madeUpId() : id, name);
        part.arguments.append(arguments);
        parts.add(part);
        emitter.toolCall(parts.size() - 1, part.id, part.name, arguments);
    }

    private @Nullable Part find(@Nullable Long index, @Nullable String id, boolean named) {
        for (int i = parts.size() - 1; i >= 0; i--) {
            Part part = parts.get(i);
            boolean hasId = id != null && !id.isEmpty();
            boolean sameId = part.id.equals(id);
            boolean belongs = index == null
                    ? (sameId || (!hasId && !named))
                    : (index.equals(part.index) && (sameId || !hasId || !named));
            if (belongs) {
                return part;
            }
        }
        return null;
    }

    private static String madeUpId() {
        return "call_" + Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE);
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** The calls as far as they have arrived, in order. */
    public List<ToolCall> toCalls() {
        return parts.stream()
                .map(part -> new ToolCall(part.id, part.name, part.arguments.toString()))
                .toList();
    }
}
