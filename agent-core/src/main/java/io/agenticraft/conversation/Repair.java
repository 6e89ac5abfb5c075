package io.agenticraft.conversation;

import io.agenticraft.model.Content;
import io.agenticraft.model.Message;
import io.agenticraft.model.Role;
import io.agenticraft.model.ToolCall;
import io.agenticraft.model.ToolResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes messages well-formed, by the rules that {@link Transcript} states. */
final class Repair {
    private final List<Message> messages;
    private final String provider;
    private final List<Message> repaired;
    private final Set<String> ids = new HashSet<>();

    Repair(List<Message> messages, String provider) {
        this.messages = messages;
        this.provider = provider;
        this.repaired = new ArrayList<>(messages.size() + 1);
    }

    List<Message> toMessages() {
        Map<ToolCallKey, ToolResult> results = resultsByCall();
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            if (message.role() == Role.ASSISTANT) {
                addAnswer(i, results);
            } else if (message.role() != Role.TOOL) {
                repaired.add(message);
            }
        }
        return repaired;
    }

    /** A call by its place: identifiers may come twice. */
    private record ToolCallKey(int message, int part) {}

    /** To each call the first result after it that has its identifier and is not an earlier call's. */
    private Map<ToolCallKey, ToolResult> resultsByCall() {
        Map<String, Deque<ToolCallKey>> waiting = new HashMap<>();
        Map<ToolCallKey, ToolResult> results = new HashMap<>();
        for (int i = 0; i < messages.size(); i++) {
            List<Content> content = messages.get(i).content();
            Set<String> called = new HashSet<>();
            for (int j = 0; j < content.size(); j++) {
                if (content.get(j) instanceof ToolCall call) {
                    Deque<ToolCallKey> places = waiting.computeIfAbsent(call.id(), id -> new ArrayDeque<>(2));
                    if (called.add(call.id())) {
                        places.clear(); // an earlier call that nobody has answered by now is not answered any more
                    }
                    places.add(new ToolCallKey(i, j));
                } else if (content.get(j) instanceof ToolResult result) {
                    ToolCallKey place = next(waiting.get(result.callId()));
                    if (place != null) {
                        results.put(place, result);
                    }
                }
            }
        }
        return results;
    }

    private static @Nullable ToolCallKey next(@Nullable Deque<ToolCallKey> places) {
        return places == null ? null : places.poll();
    }

    private void addAnswer(int at, Map<ToolCallKey, ToolResult> results) {
        List<Content> content = messages.get(at).content();
        List<Content> kept = new ArrayList<>(content.size());
        List<ToolResult> answers = new ArrayList<>(2);
        for (int j = 0; j < content.size(); j++) {
            Content part = content.get(j);
            if (part instanceof ToolCall call) {
                String id = unused(call.id());
                kept.add(id.equals(call.id()) ? call : new ToolCall(id, call.name(), call.arguments()));
                answers.add(answer(id, call, results.get(new ToolCallKey(at, j))));
            } else if (!Transcript.isForeign(part, provider)) {
                kept.add(part);
            }
        }
        Message message = new Message(Role.ASSISTANT, kept);
        if (!Transcript.isEmptyAnswer(message)) {
            repaired.add(message);
        }
        if (!answers.isEmpty()) {
            repaired.add(Message.tool(answers));
        }
    }

    private static ToolResult answer(String id, ToolCall call, @Nullable ToolResult result) {
        if (result == null) {
            return new ToolResult(id, call.name(), Transcript.NO_RESULT, true);
        }
        return id.equals(result.callId())
                ? result
                : new ToolResult(id, result.toolName(), result.content(), result.error());
    }

    /** The identifier, or where it is taken one that grows from it: the same each time, so that prompt caches hold. */
    private String unused(String id) {
        String unused = id;
        for (int n = 2; !ids.add(unused); n++) {
            unused = id + "_" + n;
        }
        return unused;
    }
}
