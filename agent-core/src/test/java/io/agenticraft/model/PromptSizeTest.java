package io.agenticraft.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromptSizeTest {
    private static PromptSize of(Message... messages) {
        return PromptSize.of(ModelRequest.builder("m").messages(messages).build());
    }

    @Test
    void texts_areCountedWhereverTheyStand() {
        Message said = new Message(
                Role.ASSISTANT,
                List.of(
                        new Text("12345"),
                        new Reasoning("123", "anthropic", null, null),
                        new Refusal("12"),
                        new ToolCall("call-1", "name", "{}")));
        Message told = Message.tool(List.of(new ToolResult("call-1", "name", "1234567", false)));
        assertEquals(new PromptSize(2, 5 + 3 + 2 + 4 + 2 + 7, 0), of(said, told));
    }

    @Test
    void whatOnlyItsProviderUnderstands_isTextAndNoImage() {
        Message searched =
                new Message(Role.ASSISTANT, List.of(new ProviderContent("anthropic", "server_tool_use", "{\"q\":1}")));
        assertEquals(new PromptSize(1, 7, 0), of(searched));
    }

    @Test
    void images_areCountedApart() {
        assertEquals(
                new PromptSize(1, 4, 2),
                of(Message.user(
                        new Text("both"),
                        Image.of(URI.create("https://images.test/a.png")),
                        Image.of("image/png", "QUJD"))));
    }

    @Test
    void tools_areCountedWithNameDescriptionAndSchema() {
        ModelRequest request = ModelRequest.builder("m")
                .tools(List.of(new ToolSpec("find", "finds it", "{}")))
                .build();
        assertEquals(new PromptSize(0, 4 + 8 + 2, 0), PromptSize.of(request));
    }
}
