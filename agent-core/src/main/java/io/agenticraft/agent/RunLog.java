package io.agenticraft.agent;

import io.agenticraft.conversation.Conversation;
import io.agenticraft.model.Content;
import io.agenticraft.model.FinishReason;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.Role;
import io.agenticraft.model.ToolCall;
import io.agenticraft.model.ToolChoice;
import io.agenticraft.model.ToolResult;
import io.agenticraft.model.Usage;
import io.agenticraft.registry.Binding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a run has said, heard and counted. Written by one step after the other; only {@link #soFar} may come between. */
final class RunLog {
    private static final Message NOTHING = new Message(Role.ASSISTANT, List.of());

    private final AgentSettings settings;
    private final @Nullable Conversation conversation;
    private final @Nullable String conversationId;
    private final GenerationOptions generation;
    private final Binding pinned;
    private final long startNanos;

    /** What the next request says: instructions, history and this run's messages, as no provider was sent them yet. */
    private final List<Message> request = new ArrayList<>();

    /** This run's messages as they will be kept. */
    private final List<Message> said = new ArrayList<>(4);

    private List<ToolCall> toolCalls = List.of();
    private Usage usage = Usage.unknown();
    private int turns;
    private long firstTokenNanos = -1;
    private @Nullable ModelResponse last;
    /** The last answer; with all that was said before where its provider paused in it. */
    private Message answer = NOTHING;

    RunLog(AgentSettings settings, RunOptions options, Binding pinned) {
        this.settings = settings;
        this.conversation = options.conversation() != null ? options.conversation() : settings.memory;
        this.conversationId = options.conversationId();
        this.generation = settings.generation.overlaidBy(options.options());
        this.pinned = pinned;
        this.startNanos = settings.nanoClock.getAsLong();
    }

    void begin(List<Message> input) {
        synchronized (said) {
            said.addAll(input);
        }
        if (settings.instructions != null) {
            request.add(settings.instructions);
        }
        if (conversation != null) {
            request.addAll(conversation.messages());
        }
        request.addAll(input);
    }

    ModelRequest nextRequest() {
        turns++;
        return new ModelRequest(
                pinned.model(),
                request,
                settings.tools.specs(),
                ToolChoice.auto(),
                settings.responseFormat,
                generation);
    }

    /** Takes an answer and returns the tool calls that it asks for. */
    List<ToolCall> answered(ModelResponse response) {
        boolean goesOn = isPaused();
        last = response;
        usage = turns == 1 ? response.usage() : usage.plus(response.usage());
        Message message = acceptable(response);
        List<ToolCall> calls = message.toolCalls();
        if (goesOn) {
            goOn(message);
        } else {
            answer = message;
            add(message);
        }
        if (!calls.isEmpty()) {
            toolCalls = toolCalls.isEmpty() ? new ArrayList<>(calls.size()) : toolCalls;
            toolCalls.addAll(calls);
        }
        return calls;
    }

    /** Whether the provider has paused its work on the last answer, and is to be asked to go on. */
    boolean isPaused() {
        return last != null
                && last.finishReason() == FinishReason.PAUSED
                && answer.toolCalls().isEmpty();
    }

    /** The paused answer and what it was gone on with are one, which takes the former's place. */
    private void goOn(Message more) {
        List<Content> all = new ArrayList<>(answer.content());
        all.addAll(more.content());
        answer = new Message(Role.ASSISTANT, all);
        request.set(request.size() - 1, answer);
        synchronized (said) {
            said.set(said.size() - 1, answer);
        }
    }

    /** Tool calls of an answer that was refused or filtered are neither made nor kept: a kept one needs a result. */
    private static Message acceptable(ModelResponse response) {
        Message message = response.message();
        FinishReason reason = response.finishReason();
        if (reason != FinishReason.REFUSAL && reason != FinishReason.CONTENT_FILTER) {
            return message;
        }
        List<Content> kept = new ArrayList<>(message.content());
        kept.removeIf(ToolCall.class::isInstance);
        return new Message(message.role(), kept);
    }

    void toolsAnswered(List<ToolResult> results) {
        add(Message.tool(results));
    }

    private void add(Message message) {
        request.add(message);
        synchronized (said) {
            said.add(message);
        }
    }

    List<Message> soFar() {
        synchronized (said) {
            return List.copyOf(said);
        }
    }

    long startNanos() {
        return startNanos;
    }

    int turns() {
        return turns;
    }

    void firstToken() {
        if (firstTokenNanos < 0) {
            firstTokenNanos = elapsedNanos();
        }
    }

    @Nullable
    String conversationId() {
        return conversationId != null || conversation == null ? conversationId : conversation.id();
    }

    boolean isKept() {
        return conversation != null;
    }

    /** Appends the run to its conversation. */
    void keep() {
        if (conversation != null) {
            conversation.append(soFar());
        }
    }

    RunResult result() {
        ModelResponse end = Objects.requireNonNull(last);
        return new RunResult(
                answer.text(),
                said,
                toolCalls,
                usage,
                turns,
                pinned.toString(),
                end.provider() != null ? end.provider() : pinned.provider().name(),
                end.model() != null ? end.model() : pinned.model(),
                end.finishReason(),
                end.id(),
                firstTokenNanos < 0 ? null : Duration.ofNanos(firstTokenNanos),
                Duration.ofNanos(elapsedNanos()));
    }

    private long elapsedNanos() {
        return settings.nanoClock.getAsLong() - startNanos;
    }
}
