package io.agenticraft.wire;

import io.agenticraft.agent.Agent;
import io.agenticraft.agent.RunOptions;
import io.agenticraft.conversation.Conversation;
import io.agenticraft.model.Image;
import io.agenticraft.model.Message;
import io.agenticraft.model.Text;
import io.agenticraft.registry.ProviderRegistry;
import io.agenticraft.tool.Schema;
import io.agenticraft.tool.Tool;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One conversation at a provider, at another one, and at the first again, over sockets. Each provider thinks and calls
 * two tools at once, under the same identifiers each time.
 */
final class PairedSwitch implements AutoCloseable {
    private final Map<Target, WireServer> servers = new EnumMap<>(Target.class);
    private final ProviderRegistry registry;
    private final Conversation conversation = Conversation.inMemory();
    private final Agent agent;

    /** A request as it came to a provider. */
    record Sent(Target target, String body) {}

    PairedSwitch(Target first, Target second) {
        ProviderRegistry.Builder builder = ProviderRegistry.builder().environment(variable -> null);
        for (Target target : List.of(first, second)) {
            WireServer server = servers.computeIfAbsent(target, any -> WireServer.start());
            builder.baseUrl(target.provider, server.url("/v1")).key(target.provider, "key");
        }
        registry = builder.build();
        agent = Agent.builder()
                .model(name(first))
                .registry(registry)
                .instructions("Be brief")
                .tool(Tool.of("weather", "d", Schema.object().string("city", "c"), arguments -> "sunny"))
                .memory(conversation)
                .build();
        for (Target target : List.of(first, second, first)) {
            WireServer server = server(target);
            server.reply(Replies.json(calls(target))).reply(Replies.json(text(target)));
            agent.switchTo(name(target));
            Message question = Message.user(new Text("question"), Image.of("image/png", "aGk="));
            agent.start(List.of(question), RunOptions.defaults(), null).join();
        }
    }

    private static String name(Target target) {
        return target.provider + ":" + target.model;
    }

    private WireServer server(Target target) {
        WireServer server = servers.get(target);
        if (server == null) {
            throw new AssertionError("No server of " + target);
        }
        return server;
    }

    /** All that was sent, by provider in the order of time. */
    List<Sent> sent() {
        List<Sent> sent = new ArrayList<>();
        servers.forEach((target, server) ->
                server.received().forEach(request -> sent.add(new Sent(target, request.body()))));
        return sent;
    }

    /** The last request of the first provider, after the switch back. */
    String last(Target target) {
        return server(target).last().body();
    }

    /** The log at the end. */
    List<Message> messages() {
        return conversation.messages();
    }

    private static String calls(Target target) {
        return switch (target) {
            case ANTHROPIC ->
                message(
                        "{\"type\":\"thinking\",\"thinking\":\"thought of anthropic\",\"signature\":\"signature of anthropic\"},"
                                + "{\"type\":\"text\",\"text\":\"I look\"},"
                                + "{\"type\":\"tool_use\",\"id\":\"toolu_1\",\"name\":\"weather\",\"input\":{\"city\":\"Bern\"}},"
                                + "{\"type\":\"tool_use\",\"id\":\"toolu_2\",\"name\":\"weather\",\"input\":{}}",
                        "tool_use");
            case OLLAMA ->
                "{\"model\":\"m1\",\"message\":{\"role\":\"assistant\",\"content\":\"\",\"thinking\":\"thought of ollama\","
                        + "\"tool_calls\":[{\"function\":{\"name\":\"weather\",\"arguments\":{\"city\":\"Bern\"}}},"
                        + "{\"function\":{\"name\":\"weather\",\"arguments\":{}}}]},\"done\":true,\"done_reason\":\"stop\"}";
            default ->
                choice(
                        "\"content\":null,\"reasoning\":\"thought of openai\",\"tool_calls\":["
                                + "{\"id\":\"functions.weather:0\",\"type\":\"function\",\"function\":{\"name\":\"weather\","
                                + "\"arguments\":\"{\\\"city\\\":\\\"Bern\\\"}\"}},"
                                + "{\"id\":\"functions.weather:1\",\"type\":\"function\",\"function\":{\"name\":\"weather\","
                                + "\"arguments\":\"\"}}]",
                        "tool_calls");
        };
    }

    private static String text(Target target) {
        return switch (target) {
            case ANTHROPIC -> message("{\"type\":\"text\",\"text\":\"answer of anthropic\"}", "end_turn");
            case OLLAMA ->
                "{\"model\":\"m1\",\"message\":{\"role\":\"assistant\",\"content\":\"answer of ollama\"},\"done\":true,"
                        + "\"done_reason\":\"stop\"}";
            default -> choice("\"content\":\"answer of openai\"", "stop");
        };
    }

    private static String message(String content, String reason) {
        return "{\"id\":\"m\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"m1\",\"content\":[" + content
                + "],\"stop_reason\":\"" + reason + "\",\"usage\":{\"input_tokens\":1,\"output_tokens\":1}}";
    }

    private static String choice(String fields, String reason) {
        return "{\"id\":\"c\",\"model\":\"m1\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\"," + fields
                + "},\"finish_reason\":\"" + reason + "\"}]}";
    }

    @Override
    public void close() throws IOException {
        registry.close();
        for (WireServer server : servers.values()) {
            server.close();
        }
    }
}
