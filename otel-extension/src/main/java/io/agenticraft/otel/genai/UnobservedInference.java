package io.agenticraft.otel.genai;

import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** A call that goes unseen, because telemetry failed when it started. */
record UnobservedInference(Context context) implements Inference {
    @Override
    public void begun(@Nullable String responseId, @Nullable String responseModel) {}

    @Override
    public void chunk() {}

    @Override
    public void end(InferenceResponse response) {}

    @Override
    public void fail(Throwable failure, @Nullable String code, @Nullable InferenceResponse partial) {}

    @Override
    public void leave(String how, InferenceResponse partial) {}
}
