package io.agenticraft.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatModelTest {

    @ParameterizedTest
    @CsvSource({
        "o1, O_SERIES",
        "o3-mini-2025-01-31, O_SERIES",
        "O4-mini, O_SERIES",
        "gpt-5, GPT_5",
        "gpt-5-nano-2025-08-07, GPT_5",
        "gpt-5.1, GPT_5_POINT",
        "gpt-5.2-pro, GPT_5_POINT",
        "gpt-5-chat-latest, PLAIN",
        "gpt-5.2-chat-latest, PLAIN",
        "gpt-4o-mini, PLAIN",
        "gpt-4.1, PLAIN",
        "gpt-3.5-turbo, PLAIN",
        "chatgpt-4o-latest, PLAIN",
        "omni, UNKNOWN",
        "gpt-50, UNKNOWN",
        "llama-3.3-70b, UNKNOWN",
        "my-gpt-4, UNKNOWN"
    })
    void kind_isToldByTheName(String name, ChatModel.Kind kind) {
        assertEquals(kind, ChatModel.of(name).kind());
    }
}
