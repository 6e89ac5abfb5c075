package io.agenticraft.otel.genai;

import io.agenticraft.otel.ownership.OpenOperation;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** A call whose span a layer further out has opened: what is learnt here goes there. How it ends, the owner sees itself. */
final class JoinedInference implements Inference {
    private final OpenOperation owner;
    private final Context context;
    private final boolean streaming;
    private boolean chunkSeen;

    JoinedInference(OpenOperation owner, Context context, boolean streaming) {
        this.owner = owner;
        this.context = context;
        this.streaming = streaming;
    }

    @Override
    public Context context() {
        return context;
    }

    @Override
    public void begun(@Nullable String responseId, @Nullable String responseModel) {
        tell(Attributes.builder()
                .put(GenAi.RESPONSE_ID, responseId)
                .put(GenAi.RESPONSE_MODEL, responseModel)
                .build());
    }

    @Override
    public void chunk() {
        if (streaming && !chunkSeen) {
            chunkSeen = true;
            try {
                owner.firstChunk();
            } catch (Throwable e) {
                Failures.count(e);
            }
        }
    }

    @Override
    public void end(InferenceResponse response) {
        tellAll(response);
    }

    @Override
    public void fail(Throwable failure, @Nullable String code, @Nullable InferenceResponse partial) {
        if (partial != null) {
            tellAll(partial);
        }
    }

    @Override
    public void leave(String how, InferenceResponse partial) {
        tellAll(partial);
    }

    private void tellAll(InferenceResponse response) {
        try {
            AttributesBuilder facts = Attributes.builder();
            ResponseAttributes.put(response, facts);
            tell(facts.build());
        } catch (Throwable e) {
            Failures.count(e);
        }
    }

    private void tell(Attributes facts) {
        try {
            owner.enrich(facts);
        } catch (Throwable e) {
            Failures.count(e);
        }
    }
}
