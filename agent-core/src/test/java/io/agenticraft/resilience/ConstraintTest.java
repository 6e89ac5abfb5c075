package io.agenticraft.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Image;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.Text;
import io.agenticraft.model.ToolResult;
import io.agenticraft.model.ToolSpec;
import io.agenticraft.registry.Binding;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConstraintTest {
    private static final Binding TARGET = Bench.at(new HeldProvider("b"));

    private static ModelRequest.Builder request(Message... messages) {
        return ModelRequest.builder("m").messages(messages);
    }

    private static @Nullable String objection(Constraint constraint, ModelRequest.Builder request) {
        return constraint.objection(TARGET, request.build());
    }

    @Test
    void contextWindow_countsThePromptAndTheLongestAnswer() {
        ModelRequest.Builder hundred = request(Message.user("x".repeat(300)));
        assertNull(objection(Constraint.contextWindow(100), hundred));
        hundred.options(GenerationOptions.builder().maxTokens(50).build());
        assertNull(objection(Constraint.contextWindow(150), hundred));
        assertEquals("about 150 tokens do not fit into its 149", objection(Constraint.contextWindow(149), hundred));
    }

    @Test
    void contextWindow_countsResultsToolsAndImages() {
        ModelRequest.Builder request = request(
                        Message.user(new Text("abc"), Image.of("image/png", "AAAA")),
                        Message.tool(List.of(new ToolResult("c", "t", "x".repeat(30), false))))
                .tools(List.of(new ToolSpec("tool", "doc", "{}")));
        assertEquals("about 1614 tokens do not fit into its 1613", objection(Constraint.contextWindow(1_613), request));
    }

    @Test
    void abilities_areAskedFor() {
        ModelRequest.Builder plain = request(Message.user("hi"));
        ModelRequest.Builder image = request(Message.user(Image.of("image/png", "AAAA")));
        ModelRequest.Builder tools = request(Message.user("hi")).tools(List.of(new ToolSpec("t", "d", "{}")));
        assertNull(objection(Constraint.withoutImages(), plain));
        assertEquals("it sees no images", objection(Constraint.withoutImages(), image));
        assertNull(objection(Constraint.withoutTools(), plain));
        assertEquals("it calls no tools", objection(Constraint.withoutTools(), tools));
    }

    @Test
    void constraints_holdTogether() {
        Constraint both = Constraint.withoutTools().and(Constraint.only(request -> false, "never"));
        assertEquals("never", objection(both, request(Message.user("hi"))));
        assertEquals(
                "it calls no tools",
                objection(both, request(Message.user("hi")).tools(List.of(new ToolSpec("t", "d", "{}")))));
    }
}
