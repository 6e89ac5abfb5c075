package io.agenticraft.otel.genai;

import io.agenticraft.otel.ownership.OpenOperation;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/** An operation whose span is ours. Whoever ends it first ends it, from whatever thread. */
abstract class OwnedOperation extends OpenOperation {
    private static final AtomicIntegerFieldUpdater<OwnedOperation> ENDED =
            AtomicIntegerFieldUpdater.newUpdater(OwnedOperation.class, "ended");
    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    final Telemetry telemetry;
    final Span span;
    private final Context parent;
    private final long startNanos = System.nanoTime();
    private volatile int ended;
    private volatile @Nullable Context context;

    OwnedOperation(Telemetry telemetry, Span span, Context parent, String operation, @Nullable String subject) {
        super(operation, subject);
        this.telemetry = telemetry;
        this.span = span;
        this.parent = parent;
    }

    /** The parent's context with this operation and its span in it. */
    public final Context context() {
        Context known = context;
        if (known == null) {
            known = parent.with(span).with(this);
            context = known;
        }
        return known;
    }

    @Override
    public final Span span() {
        return span;
    }

    @Override
    public final boolean isOpen() {
        return ended == 0;
    }

    @Override
    public void enrich(Attributes facts) {}

    @Override
    public void firstChunk() {}

    /** Whether the caller is the one to end this operation. True once. */
    final boolean claimEnd() {
        return ended == 0 && ENDED.compareAndSet(this, 0, 1);
    }

    /** Nanoseconds since the start. */
    final long elapsed() {
        return System.nanoTime() - startNanos;
    }

    static double seconds(long nanos) {
        return nanos / NANOS_PER_SECOND;
    }

    /**
     * Marks the span as failed. Neither the exception's message nor its stack is told: providers quote prompts and
     * keys in theirs.
     */
    final String markFailed(Throwable failure, @Nullable String code) {
        String error = telemetry.errorTypes.of(failure, code);
        span.setAttribute(GenAi.ERROR_TYPE, error);
        span.setStatus(StatusCode.ERROR, ErrorTypes.unwrap(failure).getClass().getName());
        return error;
    }
}
