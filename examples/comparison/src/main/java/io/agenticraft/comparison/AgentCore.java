package io.agenticraft.comparison;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.AgentBuilder;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.agent.RunResult;
import io.agenticraft.model.Message;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.tool.Schema;
import io.agenticraft.tool.Tool;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** This project's runtime; each run is a whole run of an agent. */
final class AgentCore implements Peer {
    private static final List<Message> INPUT = List.of(Message.user(Scenario.QUESTION));

    static AgentBuilder agent(URI server) {
        return Agent.builder()
                .registry(ProviderRegistry.builder()
                        .key("openai", "sk-canned")
                        .baseUrl("openai", server)
                        .build())
                .model("openai:" + Scenario.MODEL);
    }

    @Override
    public Work work(Scenario scenario, URI server) {
        AgentBuilder builder = agent(server);
        if (scenario == Scenario.TOOL) {
            builder.tool(Tool.of(
                    "get_weather",
                    "The weather in a city, now.",
                    Schema.object().string("city", "the city's name").required(),
                    arguments -> "It is sunny in " + arguments.string("city")));
        }
        Agent agent = builder.build();
        return switch (scenario) {
            case BLOCKING ->
                (Work.Blocking)
                        () -> Work.check(scenario, agent.run(Scenario.QUESTION).text());
            case STREAM -> (Work.Async) () -> checked(scenario, agent.start(INPUT, RunOptions.defaults(), event -> {}));
            default -> (Work.Async) () -> checked(scenario, agent.start(INPUT, RunOptions.defaults(), null));
        };
    }

    private static CompletableFuture<?> checked(Scenario scenario, CompletableFuture<RunResult> run) {
        return run.thenAccept(result -> Work.check(scenario, result.text()));
    }
}
