package io.agenticraft.conversation;

import io.agenticraft.model.Message;
import io.agenticraft.model.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Replaces an immutable list on each append, so that readers never wait. */
final class InMemoryConversation implements Conversation {
    private final String id;
    private final int maxMessages;
    private volatile List<Message> messages = List.of();

    InMemoryConversation(String id, int maxMessages) {
        this.id = Objects.requireNonNull(id, "id");
        if (maxMessages < 1) {
            throw new IllegalArgumentException("A conversation keeps at least 1 message, not " + maxMessages);
        }
        this.maxMessages = maxMessages;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<Message> messages() {
        return messages;
    }

    @Override
    public synchronized void append(List<Message> added) {
        List<Message> all = new ArrayList<>(messages.size() + added.size());
        all.addAll(messages);
        all.addAll(added);
        messages = List.copyOf(all.subList(firstKept(all), all.size()));
    }

    /** The start of the oldest exchange that fits with all that follow it, or of the newest if none fits. */
    private int firstKept(List<Message> all) {
        int newest = 0;
        for (int i = 0; i < all.size(); i++) {
            if (i == 0 || startsExchange(all, i)) {
                if (all.size() - i <= maxMessages) {
                    return i;
                }
                newest = i;
            }
        }
        return newest;
    }

    private static boolean startsExchange(List<Message> all, int i) {
        return all.get(i).role() == Role.USER && all.get(i - 1).role() != Role.USER;
    }

    @Override
    public String toString() {
        return "Conversation[" + id + ", " + messages.size() + " messages]";
    }
}
