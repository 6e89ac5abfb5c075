package io.agenticraft.agent;

import io.agenticraft.model.ToolSpec;
import io.agenticraft.tool.Tool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An agent's tools by name. */
final class Toolbox {
    private final Map<String, Tool> byName;
    private final List<ToolSpec> specs;

    Toolbox(List<Tool> tools) {
        Map<String, Tool> found = new HashMap<>();
        List<ToolSpec> told = new ArrayList<>();
        for (Tool tool : tools) {
            ToolSpec spec = tool.spec();
            if (found.put(spec.name(), tool) != null) {
                throw new IllegalArgumentException("Two tools are named " + spec.name());
            }
            told.add(spec);
        }
        byName = found;
        specs = List.copyOf(told);
    }

    /** What the model is told, in the order in which the tools were added. */
    List<ToolSpec> specs() {
        return specs;
    }

    /** The tool, or one that tells the model that there is none of this name. */
    Tool get(String name) {
        Tool tool = byName.get(name);
        return tool != null ? tool : new UnknownTool(name, specs);
    }
}
