package io.agenticraft.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.FinishReason;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Reasoning;
import io.agenticraft.model.Refusal;
import io.agenticraft.model.Text;
import io.agenticraft.testing.Answers;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeepingTest {

    private static GenerationOptions extra(double temperature, Map<String, Object> extra) {
        return GenerationOptions.builder().temperature(temperature).extra(extra).build();
    }

    @Test
    void temperature0_isDeterministic_andNothingElse() {
        assertTrue(Keeping.isDeterministic(extra(0, Map.of())));
        assertFalse(Keeping.isDeterministic(extra(0.1, Map.of())));
        assertFalse(Keeping.isDeterministic(GenerationOptions.none()), "the provider's default is not 0");
        assertFalse(Keeping.isDeterministic(GenerationOptions.builder().seed(1).build()), "a seed is a best effort");
        assertFalse(Keeping.isDeterministic(GenerationOptions.builder().topK(1).build()));
    }

    @Test
    void temperatureOnTheWire_counts() {
        assertFalse(Keeping.isDeterministic(extra(0, Map.of("temperature", 1))));
        assertTrue(Keeping.isDeterministic(extra(1, Map.of("temperature", 0))));
        assertFalse(Keeping.isDeterministic(extra(0, Map.of("temperature", "0"))));
        assertFalse(Keeping.isDeterministic(extra(0, Map.of("options", Map.of("num_ctx", 1)))), "Ollama's own options");
        assertTrue(Keeping.isDeterministic(extra(1, Map.of("options", Map.of("temperature", 0.0)))));
        assertTrue(Keeping.isDeterministic(extra(0, Map.of("user", "me"))));
    }

    @Test
    void wholeAnswersInText_areKept() {
        assertNull(Keeping.objection(Answers.text("yes")));
        assertNull(Keeping.objection(
                Answers.of(FinishReason.STOP, new Reasoning("hm", "fake", null, null), new Text("yes"))));
    }

    @Test
    void otherAnswers_areNot() {
        assertEquals(NotStored.TOOL_CALLS, Keeping.objection(Answers.calls(Answers.call("1", "t", "{}"))));
        assertEquals(
                NotStored.TOOL_CALLS,
                Keeping.objection(Answers.of(FinishReason.STOP, new Text("x"), Answers.call("1", "t", "{}"))));
        assertEquals(NotStored.TOOL_CALLS, Keeping.objection(Answers.of(FinishReason.TOOL_CALLS, new Text("x"))));
        assertEquals(NotStored.REFUSAL, Keeping.objection(Answers.of(FinishReason.REFUSAL, new Text("no"))));
        assertEquals(NotStored.REFUSAL, Keeping.objection(Answers.of(FinishReason.STOP, new Refusal("no"))));
        assertEquals(NotStored.TRUNCATED, Keeping.objection(Answers.of(FinishReason.LENGTH, new Text("ye"))));
        assertEquals(
                NotStored.CONTENT_FILTER, Keeping.objection(Answers.of(FinishReason.CONTENT_FILTER, new Text("y"))));
        assertEquals(NotStored.OTHER_END, Keeping.objection(Answers.of(FinishReason.OTHER, new Text("yes"))));
        assertEquals(NotStored.EMPTY, Keeping.objection(Answers.text(" \n")));
        assertEquals(NotStored.EMPTY, Keeping.objection(Answers.of(FinishReason.STOP)));
    }

    @Test
    void temperatureOfOneProvider_speaksForAllThatMayBeAsked() {
        GenerationOptions zero = GenerationOptions.builder().temperature(0).build();

        assertFalse(Keeping.isDeterministic(
                zero.toBuilder().extra("ollama", Map.of("temperature", 1)).build()));
        assertTrue(Keeping.isDeterministic(
                zero.toBuilder().extra("ollama", Map.of("keep_alive", 1)).build()));
    }
}
