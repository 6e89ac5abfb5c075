package io.agenticraft.otel.genai;

import io.agenticraft.otel.ownership.OpenOperation;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** One execution of a tool, being observed. Ends exactly once. No method throws. */
public final class ToolRun extends OwnedOperation {
    private final ToolRequest request;

    private ToolRun(Telemetry telemetry, Span span, Context parent, ToolRequest request) {
        super(telemetry, span, parent, GenAi.EXECUTE_TOOL, subject(request));
        this.request = request;
    }

    /**
     * Opens the span of an execution.
     *
     * @return null if a layer further out has opened it already, or telemetry failed: then there is nothing to do
     */
    public static @Nullable ToolRun start(Telemetry telemetry, ToolRequest request, Context parent) {
        try {
            if (OpenOperation.find(parent, GenAi.EXECUTE_TOOL, subject(request)) != null) {
                return null;
            }
            Span span = telemetry
                    .span(GenAi.EXECUTE_TOOL + " " + request.name())
                    .setParent(parent)
                    .setAttribute(GenAi.OPERATION_NAME, GenAi.EXECUTE_TOOL)
                    .setAttribute(GenAi.TOOL_NAME, request.name())
                    .setAttribute(GenAi.TOOL_TYPE, request.type())
                    .setAttribute(GenAi.TOOL_CALL_ID, request.callId())
                    .setAttribute(GenAi.TOOL_DESCRIPTION, request.description())
                    .setAttribute(GenAi.AGENT_NAME, request.agent())
                    .setAttribute(GenAi.CONVERSATION_ID, request.conversationId())
                    .startSpan();
            return new ToolRun(telemetry, span, parent, request);
        } catch (Throwable e) {
            Failures.count(e);
            return null;
        }
    }

    /** A tool that calls itself, with another call's identifier, is a new execution. */
    private static String subject(ToolRequest request) {
        return request.name() + " " + request.callId();
    }

    /** The tool has answered. */
    public void end() {
        if (claimEnd()) {
            finish(null);
        }
    }

    /** The tool has failed. */
    public void fail(Throwable failure) {
        if (claimEnd()) {
            finish(failure);
        }
    }

    private void finish(@Nullable Throwable failure) {
        try {
            String error = failure == null ? null : markFailed(failure, null);
            span.end();
            Attributes attributes = Attributes.builder()
                    .put(GenAi.TOOL_NAME, request.name())
                    .put(GenAi.TOOL_TYPE, request.type())
                    .put(GenAi.AGENT_NAME, request.agent())
                    .put(GenAi.ERROR_TYPE, error)
                    .build();
            telemetry.instruments.toolDuration.record(seconds(elapsed()), attributes, context());
        } catch (Throwable e) {
            Failures.count(e);
            span.end();
        }
    }
}
