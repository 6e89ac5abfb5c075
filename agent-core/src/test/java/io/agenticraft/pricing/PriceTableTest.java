package io.agenticraft.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.testing.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTableTest {
    private final PriceTable builtIn = PriceTable.builtIn();

    @TempDir
    Path folder = Path.of(".");

    private PriceTable load(String... lines) throws IOException {
        return PriceTable.load(Files.writeString(folder.resolve("p.txt"), String.join("\n", lines)));
    }

    @ParameterizedTest
    @CsvSource({
        "openai, gpt-4o-2024-08-06, gpt-4o",
        "openai, gpt-5.1-chat-latest, gpt-5.1",
        "openai, gpt-4.1-mini-2025-04-14, gpt-4.1-mini",
        "anthropic, claude-haiku-4-5-20251001, claude-haiku-4-5",
        "anthropic, claude-haiku-4-5@20251001, claude-haiku-4-5",
        "anthropic, claude-3-5-haiku-latest, claude-3-5-haiku",
        "anthropic, claude-sonnet-4-20250514, claude-sonnet-4-0",
    })
    void price_ofDatedName_isThatOfTheModel(String provider, String dated, String model) {
        assertNotNull(builtIn.price(provider, model));
        assertEquals(builtIn.price(provider, model), builtIn.price(provider, dated));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpt-4o-tuned",
                "gpt-4o-mini-audio-preview",
                "gpt-9",
                "ft:gpt-4o-2024-08-06:acme::abc",
                "gpt-3.5-turbo-0613",
                "GPT-4O",
                "gpt-4o-2024-08",
                "gpt-4o-9024-08-06",
                "-latest",
                ""
            })
    void price_ofUnknownName_isNeverGuessed(String model) {
        assertNull(builtIn.price("openai", model));
    }

    @Test
    void price_ofOtherProvider_isUnknown() {
        assertNull(builtIn.price("groq", "gpt-4o"));
        assertNull(builtIn.price("anthropic", "gpt-4o"));
    }

    @Test
    void price_ofOllama_isZeroAndKnown() {
        assertEquals(Price.free(), builtIn.price("ollama", "llama3.2:3b"));
    }

    @Test
    void builtIn_hasDateAndLongPrompts() {
        assertEquals(LocalDate.of(2026, 11, 24), builtIn.date());
        Price price = builtIn.price("anthropic", "claude-sonnet-4-5");
        assertNotNull(price);
        assertNotNull(price.longPrompt());
        assertEquals(200_000, price.longPrompt().above());
        assertTrue(builtIn.names().contains("anthropic:claude-sonnet-4-5"));
    }

    @Test
    void load_goesBeforeBuiltIn_whichStaysBelow() throws IOException {
        PriceTable own = load(
                "date 2027-01-02",
                "provider model output input cache-read",
                "openai gpt-4o 8 2 1",
                "groq llama 0.1 0.05 -");

        assertEquals(new Price(2, 8, 1, 2, null), own.price("openai", "gpt-4o"));
        assertEquals(new Price(2, 8, 1, 2, null), own.price("openai", "gpt-4o-2024-11-20"));
        assertEquals(Price.of(0.05, 0.1), own.price("groq", "llama"));
        assertEquals(builtIn.price("openai", "gpt-4o-mini"), own.price("openai", "gpt-4o-mini"));
        assertEquals(LocalDate.of(2027, 1, 2), own.date());
        assertNotEquals(own.price("openai", "gpt-4o"), builtIn.price("openai", "gpt-4o"));
    }

    @Test
    void load_longPromptsAndFurtherNames() throws IOException {
        PriceTable own = load(
                "date 2027-01-02",
                "provider model above input output also",
                "acme one - 1 2 uno,eins",
                "acme one 1000 10 20 -",
                "acme * - 7 7 -");

        Price expected = new Price(1, 2, 1, 1, new Price.LongPrompt(1000, Price.of(10, 20)));
        assertEquals(expected, own.price("acme", "one"));
        assertEquals(expected, own.price("acme", "eins"));
        assertEquals(Price.of(7, 7), own.price("acme", "whatever"));
    }

    @Test
    void load_mistakes_nameTheLineAndWhatToDo() {
        assertFails("p.txt:3: \"cheap\" in column \"input\" is not a number", "acme one - cheap 2 -");
        assertFails("p.txt:4: acme:one has a price already", "acme one - 1 2 -", "acme one - 1 2 -");
        assertFails("p.txt:4: acme:one has a price already", "acme one - 1 2 -", "acme two - 1 2 one");
        assertFails("p.txt:3: a price above some number of tokens follows", "acme one 1000 1 2 -");
        assertFails("p.txt:4: \"above\" is a number of tokens", "acme one - 1 2 -", "acme one 0 1 2 -");
        assertFails("p.txt:3: the cell of column \"model\" must not be empty", "acme - - 1 2 -");
    }

    private void assertFails(String expected, String... rows) {
        String head = "date 2027-01-02\nprovider model above input output also\n";
        IllegalArgumentException failure =
                assertThrows(IllegalArgumentException.class, () -> load(head + String.join("\n", rows)));
        Check.contains(expected, failure.getMessage());
    }

    @Test
    void overlaidBy_keepsAllLayersOfBoth() {
        PriceTable base = PriceTable.empty().with("a", "x", Price.of(1, 1)).with("a", "y", Price.of(1, 1));
        PriceTable over = PriceTable.empty().with("a", "x", Price.of(2, 2)).with("b", "z", Price.of(2, 2));

        PriceTable both = base.overlaidBy(over);

        assertEquals(Price.of(2, 2), both.price("a", "x"));
        assertEquals(Price.of(1, 1), both.price("a", "y"));
        assertEquals(Price.of(2, 2), both.price("b", "z"));
        assertNull(both.price("b", "y"));
        assertEquals("[a:x, a:y, b:z]", both.names().toString());
    }

    @Test
    void with_goesBeforeAllOthers() {
        PriceTable own = builtIn.with("openai", "gpt-4o", Price.of(7, 7)).with("openai", "mine", Price.of(8, 8));

        assertEquals(Price.of(7, 7), own.price("openai", "gpt-4o-2024-08-06"));
        assertEquals(Price.of(8, 8), own.price("openai", "mine"));
        assertEquals(builtIn.price("openai", "gpt-5"), own.price("openai", "gpt-5"));
        assertEquals(Price.free(), own.with("openai", "*", Price.free()).price("openai", "gpt-5"));
        assertNull(builtIn.price("openai", "mine"));
    }

    @Test
    void empty_knowsNothing() {
        assertNull(PriceTable.empty().price("openai", "gpt-4o"));
        assertEquals("PriceTable[1970-01-01, 0 names]", PriceTable.empty().toString());
    }

    @Test
    void gateway_hasItsOwnPricesAndThenThoseItIsPricedAs() {
        PriceTable table = builtIn.pricedAs("gateway", "openai").with("gateway", "own", new Price(1, 2, 1, 1, null));
        assertNotNull(table.price("gateway", "gpt-4o"));
        assertEquals(builtIn.price("openai", "gpt-4o"), table.price("gateway", "gpt-4o-2024-08-06"));
        assertEquals(new Price(1, 2, 1, 1, null), table.price("gateway", "own"));
        assertNull(table.price("gateway", "llama-3.3-70b-versatile"));
        assertNull(table.price("groq", "gpt-4o"), "nobody else is");
        assertNull(builtIn.price("gateway", "gpt-4o"), "and not in the table it comes from");
    }

    @Test
    void pricedAs_survivesOverlaysInEitherDirection() {
        PriceTable mine = PriceTable.empty().with("openai", "gpt-4o", new Price(1, 2, 1, 1, null));
        assertEquals(
                mine.price("openai", "gpt-4o"),
                builtIn.pricedAs("gateway", "openai").overlaidBy(mine).price("gateway", "gpt-4o"));
        assertEquals(
                builtIn.price("openai", "gpt-4.1"),
                builtIn.overlaidBy(mine.pricedAs("gateway", "openai")).price("gateway", "gpt-4.1"));
    }

    @Test
    void pricedAsItselfOrInAChain_isRefused() {
        PriceTable table = builtIn.pricedAs("gateway", "openai");
        for (String[] pair : new String[][] {{"a", "a"}, {"other", "gateway"}, {"openai", "anthropic"}}) {
            assertThrows(IllegalArgumentException.class, () -> table.pricedAs(pair[0], pair[1]));
        }
    }

    @Test
    void file_saysAsWhomAGatewayIsPriced() throws IOException {
        String columns = "provider model input output as";
        PriceTable table = load("date 2026-11-24", columns, "openai mine 3 4 -", "gateway * - - openai");
        assertEquals(new Price(3, 4, 3, 3, null), table.price("gateway", "mine"));
        assertEquals(builtIn.price("openai", "gpt-4o"), table.price("gateway", "gpt-4o"));
        for (String bad : List.of("gateway m - - openai", "gateway * 1 2 openai", "openai * - - openai")) {
            String message = String.valueOf(
                    assertThrows(IllegalArgumentException.class, () -> load("date 2026-11-24", columns, bad))
                            .getMessage());
            assertTrue(message.contains("p.txt:3"), message);
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> load("date 2026-11-24", columns, "g * - - openai", "g * - - anthropic"));
        assertThrows(IllegalArgumentException.class, () -> load("date 2026-11-24", columns, "a * - - b", "b * - - c"));
    }
}
