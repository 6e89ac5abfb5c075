package io.agenticraft.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GenerationOptionsTest {

    @Test
    void overlay_goesBeforeWhatLiesUnder() {
        GenerationOptions under = GenerationOptions.builder()
                .temperature(0.5)
                .seed(1)
                .stopSequences(List.of("a"))
                .build();
        GenerationOptions over = GenerationOptions.builder().temperature(1).build();

        GenerationOptions both = under.overlaidBy(over);

        assertEquals(1.0, both.temperature());
        assertEquals(1L, both.seed());
        assertEquals(List.of("a"), both.stopSequences());
        assertSame(under, under.overlaidBy(GenerationOptions.none()));
        assertSame(over, GenerationOptions.none().overlaidBy(over));
    }

    @Test
    void extraFieldsOfARun_joinThoseOfTheAgent() {
        GenerationOptions agent = GenerationOptions.builder()
                .extra(Map.of("user", "u", "tier", "low"))
                .build();
        GenerationOptions run = GenerationOptions.builder()
                .extra(Map.of("tier", "high", "store", true))
                .build();

        assertEquals(
                Map.of("user", "u", "tier", "high", "store", true),
                agent.overlaidBy(run).extra());
        assertEquals(
                agent.extra(),
                agent.overlaidBy(GenerationOptions.builder().seed(1).build()).extra());
    }

    @Test
    void extraOfABuilder_isReplacedWhole() {
        GenerationOptions first =
                GenerationOptions.builder().extra(Map.of("a", 1)).build();

        assertEquals(
                Map.of("b", 2), first.toBuilder().extra(Map.of("b", 2)).build().extra());
    }

    @Test
    void policyForUnsupportedOptions_isToWarn() {
        assertEquals(OnUnsupported.WARN, GenerationOptions.none().unsupportedPolicy());
        GenerationOptions strict =
                GenerationOptions.builder().onUnsupported(OnUnsupported.REFUSE).build();
        GenerationOptions run = GenerationOptions.builder().seed(1).build();
        assertEquals(OnUnsupported.REFUSE, strict.overlaidBy(run).unsupportedPolicy());
        assertEquals(
                OnUnsupported.DROP,
                strict.overlaidBy(GenerationOptions.builder()
                                .onUnsupported(OnUnsupported.DROP)
                                .build())
                        .unsupportedPolicy());
    }
}
