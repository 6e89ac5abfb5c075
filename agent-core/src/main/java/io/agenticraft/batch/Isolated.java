package io.agenticraft.batch;

import io.agenticraft.conversation.Conversation;
import io.agenticraft.model.Message;
import java.util.List;

/** One item's conversation: it begins empty, and nothing of it is kept, for an item has a single run. */
record Isolated(String id) implements Conversation {
    @Override
    public List<Message> messages() {
        return List.of();
    }

    @Override
    public void append(List<Message> messages) {
        // nobody goes on with it
    }
}
