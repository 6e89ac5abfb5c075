package io.agenticraft.otel.genai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.agenticraft.otel.testing.TestTelemetry;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AgentAndToolRunTest {
    private final TestTelemetry recorded = new TestTelemetry();
    private final Telemetry telemetry = Telemetry.of(recorded.openTelemetry());

    private record Named(@Nullable String name) implements AgentRequest {}

    private record Call(String name, @Nullable String callId) implements ToolRequest {}

    private @Nullable AgentRun agent(@Nullable String name, Context parent) {
        return AgentRun.start(telemetry, new Named(name), parent);
    }

    @Test
    void agentWithoutName_isNamedByTheOperation() {
        Objects.requireNonNull(agent(null, Context.root())).end(null, null, List.of(), null);

        assertNull(recorded.span("invoke_agent").getAttributes().get(GenAi.AGENT_NAME));
    }

    @Test
    void usageToldPieceByPiece_isSummed() {
        AgentRun run = Objects.requireNonNull(agent("clerk", Context.root()));
        run.calling("gpt-4o");
        run.used(10L, 2L, null);
        run.calling("gpt-4o-mini");
        run.used(5L, null, null);
        run.fail(new IllegalStateException(), null);
        run.end(100L, 100L, List.of(), 7L);

        SpanData span = recorded.span("invoke_agent clerk");
        assertEquals("gpt-4o", span.getAttributes().get(GenAi.REQUEST_MODEL));
        assertEquals(15, span.getAttributes().get(GenAi.USAGE_INPUT_TOKENS));
        assertEquals(2, span.getAttributes().get(GenAi.USAGE_OUTPUT_TOKENS));
        assertEquals(StatusCode.ERROR, span.getStatus().getStatusCode());
        assertEquals(
                2,
                recorded.point(
                                GenAi.AGENT_INFERENCE_CALLS,
                                m -> m.getHistogramData().getPoints())
                        .getSum());
    }

    @Test
    void sameAgentFurtherIn_isTheSameRun() {
        AgentRun outer = Objects.requireNonNull(agent("clerk", Context.root()));

        assertNull(agent("clerk", outer.context()));
        assertNotNull(agent("other", outer.context()));
    }

    @Test
    void toolFurtherIn_isTheSameOnlyWithTheSameCall() {
        ToolRun outer = Objects.requireNonNull(ToolRun.start(telemetry, new Call("add", "c1"), Context.root()));

        assertNull(ToolRun.start(telemetry, new Call("add", "c1"), outer.context()));
        assertNotNull(ToolRun.start(telemetry, new Call("add", "c2"), outer.context()));
    }

    @Test
    void toolEndedTwice_firstCounts() {
        ToolRun run = Objects.requireNonNull(ToolRun.start(telemetry, new Call("add", null), Context.root()));
        run.fail(new IllegalStateException());
        run.end();

        assertEquals(
                "java.lang.IllegalStateException",
                recorded.span("execute_tool add").getAttributes().get(GenAi.ERROR_TYPE));
        assertEquals(
                1,
                recorded.point(GenAi.TOOL_DURATION, m -> m.getHistogramData().getPoints())
                        .getCount());
    }
}
