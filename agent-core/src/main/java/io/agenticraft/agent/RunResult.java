package io.agenticraft.agent;

import io.agenticraft.model.FinishReason;
import io.agenticraft.model.Message;
import io.agenticraft.model.ToolCall;
import io.agenticraft.model.Usage;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run came to.
 *
 * @param text the last answer's text
 * @param messages what the run added to the conversation, its input first
 * @param toolCalls all tool calls, in order
 * @param usage tokens of all model calls together
 * @param turns how many model calls were made
 * @param requested what the run was pinned to, as {@code provider:model}
 * @param provider name of the provider that answered last, which is a fallback's where a router went there
 * @param model the model that answered last, as its provider names it
 * @param finishReason why the last answer ended
 * @param responseId the last answer's identifier, or null
 * @param timeToFirstToken from the start to the first piece of an answer; null where the run did not stream
 * @param duration from start to end
 */
public record RunResult(
        String text,
        List<Message> messages,
        List<ToolCall> toolCalls,
        Usage usage,
        int turns,
        String requested,
        String provider,
        String model,
        FinishReason finishReason,
        @Nullable String responseId,
        @Nullable Duration timeToFirstToken,
        Duration duration) {
    public RunResult {
        messages = List.copyOf(messages);
        toolCalls = List.copyOf(toolCalls);
    }
}
