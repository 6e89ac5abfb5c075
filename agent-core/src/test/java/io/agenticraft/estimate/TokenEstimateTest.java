package io.agenticraft.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Image;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.Text;
import io.agenticraft.model.ToolResult;
import io.agenticraft.model.ToolSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenEstimateTest {
    @Test
    void text_isAQuarterOfItsCharacters_andALittlePerMessage() {
        ModelRequest request = ModelRequest.builder("m")
                .messages(Message.system("x".repeat(40)), Message.user("x".repeat(41)))
                .build();
        assertEquals(new TokenEstimate(4 + 4 + 21, 99), TokenEstimate.of(request, 99));
    }

    @Test
    void bound_isTheAnswersEstimate() {
        ModelRequest request = ModelRequest.builder("m")
                .options(GenerationOptions.builder().maxTokens(12).build())
                .build();
        assertEquals(new TokenEstimate(0, 12), TokenEstimate.of(request, 99));
        assertEquals(12, TokenEstimate.of(request, 99).total());
    }

    @Test
    void toolsImagesAndResults_count() {
        ModelRequest bare =
                ModelRequest.builder("m").messages(Message.user("hello")).build();
        long without = TokenEstimate.of(bare, 0).input();
        ModelRequest tools = bare.toBuilder()
                .tools(List.of(new ToolSpec("weather", "tells the weather", "{\"type\":\"object\"}")))
                .build();
        assertTrue(TokenEstimate.of(tools, 0).input() > without + 8);
        ModelRequest image = bare.toBuilder()
                .messages(Message.user(new Text("hello"), Image.of("image/png", "x".repeat(100_000))))
                .build();
        assertEquals(without + 1_600, TokenEstimate.of(image, 0).input());
        ModelRequest result = bare.toBuilder()
                .messages(Message.tool(List.of(new ToolResult("c", "weather", "x".repeat(400), false))))
                .build();
        assertEquals(104, TokenEstimate.of(result, 0).input());
    }

    @Test
    void correction_concernsThePrompt() {
        assertEquals(new TokenEstimate(15, 7), new TokenEstimate(10, 7).corrected(1.5));
        assertEquals(new TokenEstimate(4, 7), new TokenEstimate(10, 7).corrected(0.33));
    }
}
