package io.agenticraft.anthropic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaudeModelTest {

    @ParameterizedTest
    @CsvSource({
        "claude-opus-4-7, 407",
        "claude-opus-4-20250514, 400",
        "claude-opus-4-1-20250805, 401",
        "claude-opus-4-12, 412",
        "claude-sonnet-4-5-20250929, 405",
        "Claude-Haiku-4-5, 405",
        "claude-3-5-sonnet-20241022, 305",
        "claude-3-7-sonnet-latest, 307",
        "claude-3-opus-20240229, 300",
        "claude-3-haiku@20240307, 300",
        "claude-2.1, 201",
        "claude-instant-1.2, 102",
        "claude-sonnet-5, 500",
        "us.anthropic.claude-opus-4-6-v1, 406",
        "claude-next, 0",
        "m, 0"
    })
    void version_isToldByTheName(String name, int version) {
        assertEquals(version, ClaudeModel.of(name).version());
    }
}
