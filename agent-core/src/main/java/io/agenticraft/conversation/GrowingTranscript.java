package io.agenticraft.conversation;

import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * Compiles the messages of one run for one provider, turn after turn: what it has compiled before it does not look at again,
 * as long as messages are only added. It answers what {@link Transcript#forProvider} does. Safe for use by many threads.
 */
public final class GrowingTranscript {
    private final String provider;
    private List<Message> source = List.of();
    private List<Message> compiled = source;

    /** For a provider of this name. */
    public GrowingTranscript(String provider) {
        this.provider = provider;
    }

    /** The request as the provider can be given it for one of its models; the same where nothing has to change. */
    public ModelRequest compile(ModelRequest request, String model) {
        List<Message> messages = compile(request.messages());
        if (messages == request.messages() && request.model().equals(model)) {
            return request;
        }
        return new ModelRequest(
                model, messages, request.tools(), request.toolChoice(), request.responseFormat(), request.options());
    }

    /**
     * The messages as the provider can be given them; the same list where nothing has to change.
     *
     * @param messages a list that does not change afterwards
     */
    public synchronized List<Message> compile(List<Message> messages) {
        if (messages != source) {
            compiled = startsWith(messages, source) ? grown(messages) : Transcript.forProvider(messages, provider);
            source = messages;
        }
        return compiled;
    }

    private List<Message> grown(List<Message> messages) {
        List<Message> candidate = messages;
        if (compiled != source) {
            List<Message> added = messages.subList(source.size(), messages.size());
            candidate = new ArrayList<>(compiled.size() + added.size());
            candidate.addAll(compiled);
            candidate.addAll(added);
        }
        return WellFormed.staysSo(candidate, compiled.size(), provider)
                ? candidate
                : Transcript.forProvider(messages, provider);
    }

    /** Comparing messages by value would cost as much as looking at them. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean startsWith(List<Message> messages, List<Message> beginning) {
        if (messages.size() < beginning.size()) {
            return false;
        }
        for (int i = 0; i < beginning.size(); i++) {
            if (messages.get(i) != beginning.get(i)) {
                return false;
            }
        }
        return true;
    }
}
