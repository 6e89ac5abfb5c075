package io.agenticraft.otel.genai;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A call whose span is ours. */
final class OwnedInference extends OwnedOperation implements Inference {
    private static final long NONE = -1;

    private final CallShape shape;
    private final InferenceRequest request;
    private final boolean streaming;
    /** Nanoseconds from the start to the first and to the latest piece of a streamed answer. */
    private volatile long firstChunk = NONE;

    private volatile long latestChunk = NONE;
    private volatile @Nullable String begunId;
    private volatile @Nullable String begunModel;
    private volatile @Nullable Attributes facts;

    private OwnedInference(Telemetry telemetry, Span span, Context parent, CallShape shape, InferenceRequest request) {
        super(telemetry, span, parent, request.operation(), null);
        this.shape = shape;
        this.request = request;
        this.streaming = request.streaming();
    }

    static OwnedInference open(Telemetry telemetry, InferenceRequest request, Context parent) {
        CallShape shape = telemetry.shape(request);
        Span span = RequestAttributes.start(telemetry, shape, request, parent);
        return new OwnedInference(telemetry, span, parent, shape, request);
    }

    @Override
    public void begun(@Nullable String responseId, @Nullable String responseModel) {
        begunId = responseId;
        begunModel = responseModel;
    }

    @Override
    public void chunk() {
        try {
            if (streaming && isOpen()) {
                measureChunk(elapsed());
            }
        } catch (Throwable e) {
            Failures.count(e);
        }
    }

    private void measureChunk(long now) {
        if (firstChunk == NONE) {
            firstChunk = now;
        }
        long previous = latestChunk;
        latestChunk = now;
        if (previous != NONE) {
            telemetry.instruments.timePerOutputChunk.record(
                    seconds(now - previous), shape.metrics(begunModel).of(null), context());
        }
    }

    @Override
    public void firstChunk() {
        if (streaming && firstChunk == NONE) {
            firstChunk = elapsed();
        }
    }

    /** What a layer further in knows. Of two that say the same the later wins; a retried call answers last. */
    @Override
    public synchronized void enrich(Attributes more) {
        Attributes known = facts;
        facts = known == null ? more : known.toBuilder().putAll(more).build();
    }

    @Override
    public void end(InferenceResponse response) {
        if (claimEnd()) {
            finish(response, null, null, null);
        }
    }

    @Override
    public void fail(Throwable failure, @Nullable String code, @Nullable InferenceResponse partial) {
        if (claimEnd()) {
            finish(partial, failure, code, null);
        }
    }

    @Override
    public void leave(String how, InferenceResponse partial) {
        if (claimEnd()) {
            finish(partial, null, null, how);
        }
    }

    private void finish(
            @Nullable InferenceResponse own,
            @Nullable Throwable failure,
            @Nullable String code,
            @Nullable String left) {
        try {
            long now = elapsed();
            boolean abandoned = GenAi.STREAM_ABANDONED.equals(left);
            long duration = abandoned && latestChunk != NONE ? latestChunk : now;
            // Read beside the elapsed time: what comes in between would make the span longer.
            Instant end = abandoned ? Instant.now().minusNanos(now - duration) : null;
            InferenceResponse response = ResponseAttributes.merged(own, facts);
            String error = describe(response, failure, code, left);
            if (end != null) {
                span.end(end);
            } else {
                span.end();
            }
            measure(response, error, duration);
        } catch (Throwable e) {
            Failures.count(e);
            span.end();
        }
    }

    private @Nullable String describe(
            InferenceResponse response, @Nullable Throwable failure, @Nullable String code, @Nullable String left) {
        if (span.isRecording()) {
            span.setAttribute(GenAi.RESPONSE_ID, begunId);
            span.setAttribute(GenAi.RESPONSE_MODEL, begunModel);
            ResponseAttributes.put(response, span);
            span.setAttribute(GenAi.STREAM_END, left);
            if (firstChunk != NONE) {
                span.setAttribute(GenAi.RESPONSE_TIME_TO_FIRST_CHUNK, seconds(firstChunk));
            }
        }
        return failure == null ? null : markFailed(failure, code);
    }

    private void measure(InferenceResponse response, @Nullable String error, long duration) {
        Instruments to = telemetry.instruments;
        Context context = context();
        MetricAttributes attributes = shape.metrics(response.model() != null ? response.model() : begunModel);
        to.inferenceDuration.record(seconds(duration), attributes.of(error), context);
        if (firstChunk != NONE) {
            to.timeToFirstChunk.record(seconds(firstChunk), attributes.of(null), context);
        }
        TokenMetrics.record(to, response, request, attributes, error, context);
    }
}
