package io.agenticraft.javaagent.hosts;

import io.agenticraft.agent.Agent;
import io.agenticraft.tool.Schema;
import io.agenticraft.tool.Tool;

/** A support desk on agent-core with one tool. Knows nothing of telemetry. */
public final class DeskHost {

    private DeskHost() {}

    public static void main(String[] args) {
        Agent desk = desk();
        System.out.println(desk.run("Where is my order A17?").text());
        System.exit(0);
    }

    static Agent desk() {
        Schema order = Schema.object().string("order", "the order's number").required();
        Tool status = Tool.of("order_status", "Tells where an order is", order, arguments -> "on its way");
        return Agent.builder()
                .name("support-desk")
                .instructions("You answer questions about orders.")
                .model("openai:gpt-4o-mini")
                .tool(status)
                .build();
    }
}
