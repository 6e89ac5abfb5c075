package io.agenticraft.conversation;

import io.agenticraft.model.Content;
import io.agenticraft.model.Message;
import io.agenticraft.model.Reasoning;
import io.agenticraft.model.Role;
import io.agenticraft.model.Text;
import java.util.ArrayList;
import java.util.List;

/** Compiles messages for a provider, so that a conversation survives a switch. */
public final class Transcript {
    private Transcript() {}

    /**
     * The messages as {@code provider} can be given them: without other providers' reasoning, whose signatures mean
     * nothing to it, and without answers that are or thereby become empty, which providers refuse. The same list where
     * nothing had to go.
     */
    public static List<Message> forProvider(List<Message> messages, String provider) {
        for (int i = 0; i < messages.size(); i++) {
            if (!fits(messages.get(i), provider)) {
                return compile(messages, provider);
            }
        }
        return messages;
    }

    private static List<Message> compile(List<Message> messages, String provider) {
        List<Message> compiled = new ArrayList<>(messages.size());
        for (Message message : messages) {
            Message kept = fits(message, provider) ? message : withoutForeign(message.content(), provider);
            if (!isEmptyAnswer(kept)) {
                compiled.add(kept);
            }
        }
        return compiled;
    }

    private static boolean fits(Message message, String provider) {
        if (message.role() != Role.ASSISTANT) {
            return true;
        }
        for (Content part : message.content()) {
            if (isForeign(part, provider)) {
                return false;
            }
        }
        return !isEmptyAnswer(message);
    }

    private static Message withoutForeign(List<Content> content, String provider) {
        List<Content> kept = new ArrayList<>(content.size());
        for (Content part : content) {
            if (!isForeign(part, provider)) {
                kept.add(part);
            }
        }
        return new Message(Role.ASSISTANT, kept);
    }

    private static boolean isForeign(Content part, String provider) {
        return part instanceof Reasoning reasoning && !reasoning.provider().equals(provider);
    }

    private static boolean isEmptyAnswer(Message message) {
        if (message.role() != Role.ASSISTANT) {
            return false;
        }
        for (Content part : message.content()) {
            if (!(part instanceof Text text && text.text().isEmpty())) {
                return false;
            }
        }
        return true;
    }
}
