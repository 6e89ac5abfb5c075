package io.agenticraft.otel.decorate;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.agent.RunResult;
import io.agenticraft.model.Message;
import io.agenticraft.model.ToolCall;
import io.agenticraft.otel.testing.ScriptedProvider;
import io.agenticraft.otel.testing.TestTelemetry;
import io.agenticraft.registry.Binding;
import io.agenticraft.tool.Tool;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;

/** An agent on a scripted model, and the telemetry that it gives. */
public abstract class AgentFixture {
    protected static final List<Message> INPUT = List.of(Message.user("What does the user want?"));

    protected final TestTelemetry telemetry = new TestTelemetry();
    protected final ExecutorService threads = Executors.newFixedThreadPool(4);
    protected final ScriptedProvider model = new ScriptedProvider(threads);

    /** The agent, observed in the way under test. */
    protected abstract Agent observe(Agent agent);

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    protected final Agent agent(Tool... tools) {
        return agent("support", model, tools);
    }

    /** Agents are agent-core's own, unless a subclass brings others. */
    protected Agent agent(String name, ScriptedProvider provider, Tool... tools) {
        return Agent.builder()
                .name(name)
                .description("Answers")
                .model(new Binding(provider, "gpt-4o"))
                .tools(tools)
                .executor(threads)
                .build();
    }

    static RunResult run(Agent agent) {
        return agent.run(INPUT, RunOptions.defaults());
    }

    static ToolCall call(String id, String tool) {
        return new ToolCall(id, tool, "{\"secret\":1}");
    }

    HistogramPointData histogram(String name) {
        return telemetry.point(name, metric -> metric.getHistogramData().getPoints());
    }
}
