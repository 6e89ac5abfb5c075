package io.agenticraft.examples.quickstart;

import io.agenticraft.simulator.Reply;
import io.agenticraft.simulator.Reply.ToolUse;
import io.agenticraft.simulator.Script;
import io.agenticraft.simulator.Simulator;
import io.agenticraft.simulator.SimulatorOptions;
import java.util.Map;

/** A simulated model that asks the quickstart's tool. */
final class WeatherScript {
    private static final Script SCRIPT = Script.empty()
            .when("weather in (\\w+)", Reply.tools(new ToolUse("get_weather", Map.of("city", "${1}"))))
            .after("get_weather", Reply.text("${tool.get_weather}."));

    private WeatherScript() {}

    static Simulator start() {
        return Simulator.start(SimulatorOptions.builder().script(SCRIPT).build());
    }
}
