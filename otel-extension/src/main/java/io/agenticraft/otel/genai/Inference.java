package io.agenticraft.otel.genai;

import io.agenticraft.otel.ownership.OpenOperation;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * One call of a model, being observed. Ends exactly once: the first of {@link #end}, {@link #fail} and
 * {@link #leave} counts, from whatever thread. No method throws.
 */
public interface Inference {

    /**
     * Opens the span of a call, unless a layer further out has done so; then what is told here goes to that span.
     *
     * @param parent what the span is a child of
     */
    static Inference start(Telemetry telemetry, InferenceRequest request, Context parent) {
        try {
            OpenOperation owner = OpenOperation.find(parent, request.operation(), null);
            return owner != null
                    ? new JoinedInference(owner, parent, request.streaming())
                    : OwnedInference.open(telemetry, request, parent);
        } catch (Throwable e) {
            Failures.count(e);
            return new UnobservedInference(parent);
        }
    }

    /** The context in which the call is to be made. */
    Context context();

    /** The answer has begun, and says who gives it. */
    void begun(@Nullable String responseId, @Nullable String responseModel);

    /** A piece of a streamed answer has come. Called by one thread at a time. */
    void chunk();

    /** The call has ended well. */
    void end(InferenceResponse response);

    /**
     * The call has failed.
     *
     * @param code the provider's code of the failure, or null
     * @param partial what had arrived, or null
     */
    void fail(Throwable failure, @Nullable String code, @Nullable InferenceResponse partial);

    /**
     * The consumer has turned away from a streamed answer before its end. An abandoned call lasted until its last
     * piece came.
     *
     * @param how {@value GenAi#STREAM_CLOSED} or {@value GenAi#STREAM_ABANDONED}
     */
    void leave(String how, InferenceResponse partial);
}
