package io.agenticraft.javaagent.telemetry;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;

/** Prints the tree of every local root that ends. */
final class TreeProcessor implements SpanProcessor {
    private final EndedSpans ended = new EndedSpans(EndedSpans.DEFAULT_LIMIT);
    private final ErrorStream out;
    private final TreeText text;

    TreeProcessor(ErrorStream out) {
        this.out = out;
        text = new TreeText(out.width(), out.isUnicode());
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan readable) {
        if (!readable.getSpanContext().isSampled()) {
            return;
        }
        SpanData span = readable.toSpanData();
        ended.add(span);
        if (isLocalRoot(span)) {
            List<SpanData> run = ended.takeTree(span);
            out.write(text.of(span, run));
        }
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }

    private static boolean isLocalRoot(SpanData span) {
        return !span.getParentSpanContext().isValid()
                || span.getParentSpanContext().isRemote();
    }
}
