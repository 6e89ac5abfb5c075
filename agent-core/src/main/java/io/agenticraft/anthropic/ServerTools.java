package io.agenticraft.anthropic;

import io.agenticraft.json.JsonReader;
import io.agenticraft.model.Message;
import io.agenticraft.model.ProviderContent;
import io.agenticraft.model.Role;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls of tools that run at Anthropic, and their results: it refuses one without the other in a turn that is past. A turn
 * goes on to the user's next words, over tool results and pauses; in one that is still open calls may be yet to run.
 */
final class ServerTools {
    /** The kind of a part that is no block: the place at Anthropic where the turn's tools have run. */
    static final String CONTAINER = "container";

    private record Place(int message, int part) {}

    private final Set<Place> sent = new HashSet<>();
    private final Set<String> used = new HashSet<>();
    /** Calls of the turn at hand that have no result yet. */
    private final Map<String, Place> open = new HashMap<>();

    private @Nullable String container;

    private ServerTools() {}

    static ServerTools in(List<Message> messages) throws IOException {
        ServerTools tools = new ServerTools();
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            if (message.role() == Role.USER) {
                tools.open.clear();
                tools.container = null; // it may be gone by now
            }
            for (int j = 0; j < message.content().size(); j++) {
                if (message.content().get(j) instanceof ProviderContent part) {
                    tools.add(part, new Place(i, j));
                }
            }
        }
        tools.sent.addAll(tools.open.values());
        return tools;
    }

    private void add(ProviderContent part, Place place) throws IOException {
        if (part.kind().equals(CONTAINER)) {
            container = text(part, "id");
            return;
        }
        String id = idOf(part);
        if (id == null) {
            sent.add(place);
        } else if (!isCall(part)) {
            Place call = open.remove(id);
            if (call != null) {
                sent.add(call);
                sent.add(place);
            }
        } else if (used.add(id)) {
            open.put(id, place);
        }
    }

    /** Whether a part that only Anthropic understands can go back to it. */
    boolean areSent(int message, int part) {
        return sent.contains(new Place(message, part));
    }

    /** The container's identifier that the turn at the end has to go on in, or null. */
    @Nullable
    String container() {
        return container;
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
