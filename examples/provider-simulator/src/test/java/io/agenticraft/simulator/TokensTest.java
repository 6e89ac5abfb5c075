package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TokensTest {

    @Test
    void words_areCutWithTheirLeadingSpace() {
        assertEquals(List.of("Wher", "e", " is", " my", " parc", "el?"), Tokens.split("Where is my parcel?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "Hello, world", "tab\tand\nline  ", "😀😀😀😀😀", "a😀b😀c😀", "数えられない言葉です"})
    void tokens_joinToTheText(String text) {
        List<String> tokens = Tokens.split(text);
        assertEquals(text, String.join("", tokens));
        assertEquals(tokens.size(), Tokens.count(text));
        for (String token : tokens) {
            assertFalse(Character.isHighSurrogate(token.charAt(token.length() - 1)), token);
        }
    }

    @Test
    void pieces_joinToTheTextAndKeepPairsWhole() {
        String text = "abcdefg😀hij";
        List<String> pieces = Pieces.of(text, 8);
        assertEquals(List.of("abcdefg😀", "hij"), pieces);
        assertEquals(List.of(), Pieces.of("", 8));
    }

    @Test
    void filler_hasExactlySoManyTokens() {
        assertEquals(500, Filler.tokens(500).size());
        String text = String.join("", Filler.tokens(500));
        assertEquals(500, Tokens.count(text), "cut again it must have the same length");
    }

    @Test
    void promptSize_countsTextsMessagesAndImages() {
        int small = PromptSize.of(Http.json("[{\"role\":\"user\",\"content\":\"Hi\"}]"));
        int two = PromptSize.of(
                Http.json("[{\"role\":\"user\",\"content\":\"Hi\"},{\"role\":\"user\",\"content\":\"Hi\"}]"));
        assertTrue(two > small);
        String image = "[{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:" + "x".repeat(10_000) + "\"}}]";
        assertTrue(PromptSize.of(Http.json(image)) < 100);
    }
}
