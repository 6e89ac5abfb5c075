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

    @Test
    void extraOfAProvider_isForNobodyElse() {
        GenerationOptions agent = GenerationOptions.builder()
                .extra(Map.of("user", "u"))
                .extra("anthropic", Map.of("service_tier", "auto", "user", "v"))
                .build();
        GenerationOptions both = agent.overlaidBy(GenerationOptions.builder()
                .extra("anthropic", Map.of("service_tier", "standard_only"))
                .extra("openai", Map.of("logprobs", true))
                .build());

        assertEquals(Map.of("user", "u"), both.extraFor("ollama"));
        assertEquals(Map.of("user", "u", "logprobs", true), both.extraFor("openai"));
        assertEquals(Map.of("user", "v", "service_tier", "standard_only"), both.extraFor("anthropic"));
        assertEquals(both, both.toBuilder().build());
    }
}
