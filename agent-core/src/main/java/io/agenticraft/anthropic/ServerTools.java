package io.agenticraft.anthropic;

import io.agenticraft.json.JsonReader;
import io.agenticraft.model.Content;
import io.agenticraft.model.Message;
import io.agenticraft.model.ProviderContent;
import io.agenticraft.model.Role;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls of tools that run at Anthropic, and their results: it refuses one without the other in a turn that is past. A turn
 * goes on to the user's next words, over tool results and pauses; in one that is still open calls may be yet to run.
 */
final class ServerTools {
    /** The kind of a part that is no block: the place at Anthropic where the turn's tools have run. */
    static final String CONTAINER = "container";

    private ServerTools() {}

    /** Whether a part of message {@code at} is a call or a result whose counterpart is not in the turn. */
    static boolean isParted(ProviderContent part, List<Message> messages, int at) throws IOException {
        String own = idOf(part);
        int from = turnFrom(messages, at);
        int to = turnTo(messages, at);
        if (own == null || (isCall(part) && to == messages.size())) {
            return false;
        }
        for (Message message : messages.subList(from, to)) {
            for (Content other : message.content()) {
                if (other instanceof ProviderContent counterpart
                        && isCall(counterpart) != isCall(part)
                        && own.equals(idOf(counterpart))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The container's identifier that the turn at the end has to go on in, or null. */
    static @Nullable String container(List<Message> messages) throws IOException {
        String id = null;
        for (Message message : messages.subList(turnFrom(messages, messages.size()), messages.size())) {
            for (Content part : message.content()) {
                if (part instanceof ProviderContent own && own.kind().equals(CONTAINER)) {
                    id = text(own, "id");
                }
            }
        }
        return id;
    }

    private static int turnFrom(List<Message> messages, int at) {
        int from = at;
        while (from > 0 && messages.get(from - 1).role() != Role.USER) {
            from--;
        }
        return from;
    }

    private static int turnTo(List<Message> messages, int at) {
        int to = at;
        while (to < messages.size() && messages.get(to).role() != Role.USER) {
            to++;
        }
        return to;
    }

    private static boolean isCall(ProviderContent part) {
        return part.kind().endsWith("tool_use");
    }

    /** The call's identifier, in the call or the result; null for a part that is neither. */
    private static @Nullable String idOf(ProviderContent part) throws IOException {
        return isCall(part) ? text(part, "id") : part.kind().endsWith("tool_result") ? text(part, "tool_use_id") : null;
    }

    private static @Nullable String text(ProviderContent part, String field) throws IOException {
        JsonReader json = JsonReader.of(part.json());
        String text = null;
        for (boolean in = json.enterObject(); in && json.nextField(); ) {
            if (json.field().equals(field)) {
                text = json.text();
            } else {
                json.skip();
            }
        }
        return text;
    }
}
