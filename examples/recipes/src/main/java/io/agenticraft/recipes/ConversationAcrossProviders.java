package io.agenticraft.recipes;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.conversation.Conversation;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Message;
import io.agenticraft.model.OnUnsupported;
import io.agenticraft.model.Role;
import io.agenticraft.model.ToolCall;
import io.agenticraft.provider.InvalidRequestException;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.simulator.RecordedRequest;
import io.agenticraft.simulator.Reply;
import io.agenticraft.simulator.Script;
import io.agenticraft.simulator.Simulator;
import io.agenticraft.simulator.SimulatorOptions;
import io.agenticraft.tool.Schema;
import io.agenticraft.tool.Tool;
import java.io.PrintStream;
import java.util.List;

/** A conversation with tool calls and reasoning goes from provider to provider, and survives that a run was cut short. */
final class ConversationAcrossProviders implements Recipe {
    private static final List<String> TARGETS = List.of(
            "openai:gpt-4o-mini", "anthropic:claude-haiku-4-5", "ollama:llama3.2", "anthropic:claude-haiku-4-5");

    private static final Tool WEATHER = Tool.of(
            "weather",
            "The weather in a city, now.",
            Schema.object().string("city", "the city's name").required(),
            arguments -> "sunny in " + arguments.string("city"));

    @Override
    public void run(PrintStream out) {
        try (Simulator simulator = Simulator.start(thinksAndCallsTheTool());
                ProviderRegistry registry = Simulated.registry(simulator)) {
            Conversation conversation = cutShort();
            Agent agent = Agent.builder()
                    .name("traveller")
                    .registry(registry)
                    .model(TARGETS.get(0))
                    .tool(WEATHER)
                    .memory(conversation)
                    .build();
            for (String target : TARGETS) {
                agent.switchTo(target);
                simulator.clearRequests();
                out.println(target + ": " + agent.run("And in Bern?").text());
                out.println("  was sent " + described(simulator.requests().get(0)));
            }
            boolean repaired = conversation.messages().get(2).role() == Role.TOOL;
            out.println("the log itself " + (repaired ? "was repaired" : "still holds a call without its result"));
            refuse(agent, out);
        }
    }

    /** What a process left behind that died while a tool was at work: a call without its result. */
    private static Conversation cutShort() {
        Conversation conversation = Conversation.inMemory();
        ToolCall call = new ToolCall("functions.weather:0", "weather", "{\"city\":\"Graz\"}");
        conversation.append(
                List.of(Message.user("What is the weather in Graz?"), new Message(Role.ASSISTANT, List.of(call))));
        return conversation;
    }

    private static SimulatorOptions thinksAndCallsTheTool() {
        Script script = Script.empty()
                .after("weather", Reply.text("It is ${tool.weather}"))
                .when("", Reply.tools(Reply.ToolUse.of("weather")).withReasoning("thoughts"));
        return SimulatorOptions.builder().script(script).build();
    }

    private static String described(RecordedRequest request) {
        String body = request.body();
        boolean whole = body.contains("the call was interrupted");
        boolean ownIdentifier = body.contains("functions.weather:0");
        return (whole ? "a result for the call that had none" : "a call without its result")
                + ", that call " + (ownIdentifier ? "as it was" : "under another identifier")
                + ", and " + (body.split("thoughts", -1).length - 1) + " thoughts";
    }

    /** An option that a provider lacks is left out with a warning, unless the caller means it. */
    private static void refuse(Agent agent, PrintStream out) {
        GenerationOptions seed = GenerationOptions.builder().seed(7).build();
        out.println("with a seed: "
                + agent.run("And in Bern?", RunOptions.defaults().with(seed)).text());
        GenerationOptions strict =
                seed.toBuilder().onUnsupported(OnUnsupported.REFUSE).build();
        try {
            agent.run("And in Bern?", RunOptions.defaults().with(strict));
        } catch (InvalidRequestException e) {
            out.println("and where it is meant: " + e.getMessage());
        }
    }
}
