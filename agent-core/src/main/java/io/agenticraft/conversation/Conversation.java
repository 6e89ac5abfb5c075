package io.agenticraft.conversation;

import io.agenticraft.model.Message;
import java.util.List;
import java.util.UUID;

/**
 * What an agent and its user have said so far, independent of any provider. Safe for use by many threads.
 *
 * <p>A run reads the conversation once, at its start, and appends its messages in one piece at its successful end; a run
 * that fails or is cancelled leaves no trace. Of two runs at once neither sees the other: both start from what was
 * there, and their messages follow each other in the order in which the runs end. Both may block: it is read on the thread
 * that starts the run, and appended to on the agent's executor. Instructions are the agent's and do not
 * belong here.
 */
public interface Conversation {

    /** Names the conversation, also in telemetry. */
    String id();

    /** What was said, oldest first; a snapshot that later messages do not change. */
    List<Message> messages();

    /** Appends a run's messages, all or none. */
    void append(List<Message> messages);

    /** An empty conversation with a random id, which lives as long as its object and forgets nothing. */
    static Conversation inMemory() {
        return inMemory(UUID.randomUUID().toString());
    }

    /** An empty conversation which lives as long as its object and forgets nothing. */
    static Conversation inMemory(String id) {
        return new InMemoryConversation(id, Integer.MAX_VALUE);
    }

    /**
     * An empty conversation that forgets its oldest exchanges. An exchange, from a user's message to the last word
     * before the next one, is kept or forgotten whole, so that no tool call loses its result; the newest is always kept.
     *
     * @param maxMessages how many messages are kept, at least 1
     */
    static Conversation inMemory(String id, int maxMessages) {
        return new InMemoryConversation(id, maxMessages);
    }
}
