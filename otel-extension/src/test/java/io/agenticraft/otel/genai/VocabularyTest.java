package io.agenticraft.otel.genai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTest {

    @AfterEach
    void restore() {
        System.clearProperty(Vocabulary.PROPERTY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "genai|GEN_AI",
                "''|GEN_AI",
                "agent.run|AGENT_RUN",
                "Agent.Run|AGENT_RUN",
                "genai,agent.run|BOTH",
                "agent.run, genai|BOTH"
            })
    void words_chooseIt(String value, Vocabulary expected) {
        assertEquals(expected, Vocabulary.named(value));
    }

    @Test
    void unknownWord_isNone() {
        assertNull(Vocabulary.named("openinference"));
    }

    @Test
    void property_isRead() {
        System.setProperty(Vocabulary.PROPERTY, "agent.run");
        assertEquals(Vocabulary.AGENT_RUN, Vocabulary.configured());
    }

    @Test
    void unknownProperty_leavesTheDefault() {
        System.setProperty(Vocabulary.PROPERTY, "klingon");
        assertEquals(Vocabulary.GEN_AI, Vocabulary.configured());
    }
}
