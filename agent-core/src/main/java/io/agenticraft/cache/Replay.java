package io.agenticraft.cache;

import io.agenticraft.model.Content;
import io.agenticraft.model.ModelEvent;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.Reasoning;
import io.agenticraft.model.Refusal;
import io.agenticraft.model.Text;
import io.agenticraft.model.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A whole answer as the events that it would have come in. */
final class Replay implements Source {
    /** Small enough to hold a replay in between, large enough to be few. */
    static final int CHARS_OF_A_PIECE = 256;

    private final List<ModelEvent> events;
    private final ModelResponse answer;

    Replay(ModelResponse answer) {
        this.answer = answer;
        this.events = events(answer);
    }

    static List<ModelEvent> events(ModelResponse answer) {
        List<ModelEvent> events = new ArrayList<>();
        events.add(new ModelEvent.Started(answer.id(), answer.model()));
        int calls = 0;
        for (Content part : answer.message().content()) {
            if (part instanceof Text text) {
                pieces(text.text(), ModelEvent.TextDelta::new, events);
            } else if (part instanceof Reasoning reasoning) {
                pieces(reasoning.text(), ModelEvent.ReasoningDelta::new, events);
            } else if (part instanceof Refusal refusal) {
                pieces(refusal.text(), ModelEvent.RefusalDelta::new, events);
            } else if (part instanceof ToolCall call) {
                events.add(new ModelEvent.ToolCallDelta(calls++, call.id(), call.name(), call.arguments()));
            }
        }
        return events;
    }

    private static void pieces(String text, Function<String, ModelEvent> event, List<ModelEvent> events) {
        for (int start = 0; start < text.length(); ) {
            int end = Math.min(text.length(), start + CHARS_OF_A_PIECE);
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
                end++;
            }
            events.add(event.apply(text.substring(start, end)));
            start = end;
        }
    }

    @Override
    public @Nullable ModelEvent event(int index) {
        return index < events.size() ? events.get(index) : null;
    }

    @Override
    public void finish(Waiter waiter, int place) {
        waiter.complete(answer);
    }

    @Override
    public void heldChanged() {}

    @Override
    public void left(Waiter waiter) {}
}
