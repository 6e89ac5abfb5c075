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
            .when("order (\\d+).* 20 days ago", Reply.tools(lookup(), new ToolUse("refund_policy", Map.of("days", 20))))
            .when("order (\\d+)", Reply.tools(lookup()))
            .after("refund_policy", Reply.text("${tool.refund_policy}. ${tool.lookup_order}."))
            .after("lookup_order", Reply.text("I looked it up. ${tool.lookup_order}."))
            .when("clean", Reply.text("With water and a brush."))
            .when("dry", Reply.text("In the shade."));

    private ShopScript() {}

    private static ToolUse lookup() {
        return new ToolUse("lookup_order", Map.of("order", "${1}"));
    }

    static Simulator start() {
        return Simulator.start(SimulatorOptions.builder().script(SCRIPT).build());
    }
}
