package io.agenticraft.testing;

import io.agenticraft.model.Content;
import io.agenticraft.model.FinishReason;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.Role;
import io.agenticraft.model.Text;
import io.agenticraft.model.ToolCall;
import io.agenticraft.model.Usage;
import io.agenticraft.provider.ErrorDetails;
import io.agenticraft.provider.RateLimitException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Answers of a model, as tests need them. */
public final class Answers {
    private Answers() {}

    public static ModelResponse text(String text) {
        return of(FinishReason.STOP, new Text(text));
    }

    public static ModelResponse calls(ToolCall... calls) {
        return of(FinishReason.TOOL_CALLS, calls);
    }

    /** Uses 10 tokens in and 5 out, and says that {@code model-1} answered. */
    public static ModelResponse of(FinishReason reason, Content... content) {
        return new ModelResponse(
                "resp-1",
                "model-1",
                new Message(Role.ASSISTANT, List.of(content)),
                reason,
                null,
                Usage.of(10, 5),
                null,
                Map.of());
    }

    public static ToolCall call(String id, String tool, String arguments) {
        return new ToolCall(id, tool, arguments);
    }

    public static RateLimitException rateLimited() {
        return new RateLimitException(
                new ErrorDetails("fake", "slow down", 429, null, "rate", "req-1", Duration.ofSeconds(2), true, null),
                null);
    }
}
