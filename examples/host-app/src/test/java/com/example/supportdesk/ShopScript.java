package com.example.supportdesk;

import io.agenticraft.simulator.Reply;
import io.agenticraft.simulator.Reply.ToolUse;
import io.agenticraft.simulator.Script;
import io.agenticraft.simulator.Simulator;
import io.agenticraft.simulator.SimulatorOptions;
import java.util.Map;

/** A simulated model that knows how to work at the support desk. */
final class ShopScript {
    private static final Script SCRIPT = Script.empty()
            .when("order (\\d+)", Reply.tools(new ToolUse("lookup_order", Map.of("order", "${1}"))))
            .when("(\\d+) days ago", Reply.tools(new ToolUse("refund_policy", Map.of("days", 20))))
            .after("lookup_order", Reply.text("I looked it up. ${tool.lookup_order}."))
            .after("refund_policy", Reply.text("${tool.refund_policy}."))
            .when("clean", Reply.text("With water and a brush."))
            .when("dry", Reply.text("In the shade."));

    private ShopScript() {}

    static Simulator start() {
        return Simulator.start(SimulatorOptions.builder().script(SCRIPT).build());
    }
}
