package io.agenticraft.conversation;

import io.agenticraft.model.Content;
import io.agenticraft.model.Message;
import io.agenticraft.model.Role;
import io.agenticraft.model.ToolCall;
import io.agenticraft.model.ToolResult;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether messages need no repair. Asked before every request: it walks by index and allocates nothing. */
final class WellFormed {
    /** With more calls than this their identifiers are put into a set, for comparing each with each takes too long. */
    static final int MAX_CALLS_COMPARED = 64;

    private WellFormed() {}

    static boolean is(List<Message> messages, String provider) {
        return staysSo(messages, 0, provider);
    }

    /** The same where the messages before {@code from} are known to need none by themselves. */
    static boolean staysSo(List<Message> messages, int from, String provider) {
        int calls = 0;
        for (int i = from; i < messages.size(); i++) {
            Message message = messages.get(i);
            if (message.role() == Role.TOOL || !fits(message, provider)) {
                return false;
            }
            int made = message.role() == Role.ASSISTANT ? calls(message) : 0;
            if (made > 0) {
                calls += made;
                i = lastResult(messages, i, made);
                if (i < 0) {
                    return false;
                }
            }
        }
        return calls == 0 || (from == 0 && calls == 1) || areUnique(messages, from, calls);
    }

    private static boolean fits(Message message, String provider) {
        if (message.role() != Role.ASSISTANT) {
            return true;
        }
        List<Content> content = message.content();
        for (int i = 0; i < content.size(); i++) {
            if (Transcript.isForeign(content.get(i), provider)) {
                return false;
            }
        }
        return !Transcript.isEmptyAnswer(message);
    }

    private static int calls(Message message) {
        int calls = 0;
        for (int i = 0; i < message.content().size(); i++) {
            calls += message.content().get(i) instanceof ToolCall ? 1 : 0;
        }
        return calls;
    }

    /** The place of the last message with a result of the answer at {@code at}, or -1 if they do not all follow in order. */
    private static int lastResult(List<Message> messages, int at, int calls) {
        int place = at;
        int answered = 0;
        while (answered < calls) {
            place++;
            if (place == messages.size() || messages.get(place).role() != Role.TOOL) {
                return -1;
            }
            List<Content> results = messages.get(place).content();
            for (int i = 0; i < results.size(); i++) {
                if (answered == calls || !answers(results.get(i), callAt(messages.get(at), answered++))) {
                    return -1;
                }
            }
            if (results.isEmpty()) {
                return -1;
            }
        }
        return place;
    }

    private static boolean answers(Content part, String callId) {
        return part instanceof ToolResult result && result.callId().equals(callId);
    }

    /** The identifier of the n-th call, from 0. */
    private static String callAt(Message message, int n) {
        int at = 0;
        for (int i = 0; i < message.content().size(); i++) {
            if (message.content().get(i) instanceof ToolCall call && at++ == n) {
                return call.id();
            }
        }
        throw new IllegalArgumentException("There is no call " + n + " in " + message.role());
    }

    /** @param calls how many there are from {@code from} on */
    private static boolean areUnique(List<Message> messages, int from, int calls) {
        Set<String> seen = calls > MAX_CALLS_COMPARED ? new HashSet<>(2 * calls) : Set.of();
        for (int i = calls > MAX_CALLS_COMPARED ? 0 : from; i < messages.size(); i++) {
            List<Content> content = messages.get(i).content();
            for (int j = 0; j < content.size(); j++) {
                if (content.get(j) instanceof ToolCall call
                        && (calls > MAX_CALLS_COMPARED ? !seen.add(call.id()) : isUsed(messages, i, j, call.id()))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether a call before part {@code part} of message {@code message} has that identifier. */
    private static boolean isUsed(List<Message> messages, int message, int part, String id) {
        for (int i = 0; i <= message; i++) {
            List<Content> content = messages.get(i).content();
            int end = i == message ? part : content.size();
            for (int j = 0; j < end; j++) {
                if (content.get(j) instanceof ToolCall call && call.id().equals(id)) {
                    return true;
                }
            }
        }
        return false;
    }
}
