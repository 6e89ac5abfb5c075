package io.agenticraft.otel.genai;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinishReasonsTest {

    @ParameterizedTest
    @CsvSource({
        "stop, stop",
        "end_turn, stop",
        "stop_sequence, stop",
        "STOP, stop",
        "length, length",
        "max_tokens, length",
        "tool_calls, tool_call",
        "function_call, tool_call",
        "tool_use, tool_call",
        "content_filter, content_filter",
        "refusal, content_filter",
        "pause_turn, pause_turn"
    })
    void providersWord_isTheConventions(String raw, String word) {
        assertEquals(word, FinishReasons.of(raw));
    }
}
