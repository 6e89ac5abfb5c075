package io.agenticraft.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agenticraft.json.InvalidJsonException;
import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.OnUnsupported;
import io.agenticraft.testing.Check;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnsupportedOptionsTest {
    private final List<String> warnings = new ArrayList<>();
    private final UnsupportedOptions unsupported = new UnsupportedOptions("p", warnings::add);

    private static GenerationOptions policy(OnUnsupported policy) {
        return GenerationOptions.builder().onUnsupported(policy).build();
    }

    @Test
    void eachOption_isWarnedOfOnce() throws Exception {
        unsupported.lacks("seed", 7L, GenerationOptions.none());
        unsupported.lacks("seed", 8L, GenerationOptions.none());
        unsupported.lacks("topK", 1, GenerationOptions.none());

        assertEquals(2, warnings.size());
        Check.contains("p and the option seed", warnings.get(0));
        Check.contains("topK", warnings.get(1));
    }

    @Test
    void drop_saysNothing() throws Exception {
        unsupported.lacks("seed", 7L, policy(OnUnsupported.DROP));

        assertEquals(List.of(), warnings);
    }

    @Test
    void refuse_namesTheOption() {
        InvalidJsonException refused = assertThrows(
                InvalidJsonException.class, () -> unsupported.lacks("seed", 7L, policy(OnUnsupported.REFUSE)));

        Check.contains("seed", refused.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void optionThatIsNotSet_isNobodysConcern(OnUnsupported policy) {
        assertDoesNotThrow(() -> unsupported.lacks("seed", null, policy(policy)));
    }

    @ParameterizedTest
    @EnumSource
    void imageThatIsAskedAbout_isRefusedByEveryPolicy(OnUnsupported policy) {
        assertThrows(
                InvalidJsonException.class, () -> unsupported.insteadOfImage(true, "by value only", policy(policy)));
    }

    @Test
    void imageOfAnEarlierTurn_becomesWordsUnlessThePolicyRefuses() throws Exception {
        Check.contains("image", unsupported.insteadOfImage(false, "by value only", policy(OnUnsupported.DROP)));
        assertThrows(
                InvalidJsonException.class,
                () -> unsupported.insteadOfImage(false, "by value only", policy(OnUnsupported.REFUSE)));
    }
}
