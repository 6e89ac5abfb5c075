package io.agenticraft.conversation;

import io.agenticraft.model.Content;
import io.agenticraft.model.Message;
import io.agenticraft.model.ProviderContent;
import io.agenticraft.model.Reasoning;
import io.agenticraft.model.Refusal;
import io.agenticraft.model.Role;
import io.agenticraft.model.Text;
import java.util.List;

/**
 * Compiles messages for a provider, so that a conversation survives a switch, a cut in its middle and a run that was
 * cancelled.
 *
 * <ul>
 *   <li>Other providers' reasoning is left out, for its signatures mean nothing to this one, and so is what else only they
 *       understand.
 *   <li>Answers that say nothing are left out, such as one of reasoning alone.
 *   <li>The results of an answer's calls follow it at once, in the order of the calls, one each; what stood between comes
 *       after them.
 *   <li>A call without a result gets one, which says that it was {@linkplain #NO_RESULT interrupted}.
 *   <li>A result without its call is left out, and so is the second result of a call.
 *   <li>Calls whose identifier was used before get another one, and so do their results.
 * </ul>
 *
 * What only one provider demands (the form of identifiers, the place of system messages) is done as its request is
 * written.
 */
public final class Transcript {
    /** {@value}. */
    public static final String NO_RESULT = "Error: there is no result, the call was interrupted";

    private Transcript() {}

    /**
     * The messages as {@code provider} can be given them; the same list where nothing has to change, and then nothing is
     * allocated (up to {@value WellFormed#MAX_CALLS_COMPARED} tool calls).
     */
    public static List<Message> forProvider(List<Message> messages, String provider) {
        return WellFormed.is(messages, provider) ? messages : new Repair(messages, provider).toMessages();
    }

    /** Where the newest exchange begins: at the first of the user's newest messages in a row; 0 where there are none. */
    public static int newestExchange(List<Message> messages) {
        int at = messages.size() - 1;
        while (at > 0 && messages.get(at).role() != Role.USER) {
            at--;
        }
        while (at > 0 && messages.get(at - 1).role() == Role.USER) {
            at--;
        }
        return Math.max(at, 0);
    }

    static boolean isForeign(Content part, String provider) {
        if (part instanceof ProviderContent own) {
            return !own.provider().equals(provider);
        }
        return part instanceof Reasoning reasoning && !reasoning.provider().equals(provider);
    }

    static boolean isEmptyAnswer(Message message) {
        if (message.role() != Role.ASSISTANT) {
            return false;
        }
        List<Content> content = message.content();
        for (int i = 0; i < content.size(); i++) {
            Content part = content.get(i);
            boolean silent = part instanceof Reasoning
                    || (part instanceof Text text && text.text().isEmpty())
                    || (part instanceof Refusal refusal && refusal.text().isEmpty());
            if (!silent) {
                return false;
            }
        }
        return true;
    }
}
