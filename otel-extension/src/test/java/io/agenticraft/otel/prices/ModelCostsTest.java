package io.agenticraft.otel.prices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.agenticraft.otel.prices.ModelCosts.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCostsTest {
    private static final ModelCosts COSTS = new ModelCosts(
            PriceTable.empty().with("openai", "gpt-4o", Price.of(2.5, 10)).with("mine", "gpt-4o", Price.of(7, 7)));
    private static final Usage MILLION = new Usage(1_000_000L, 0L, null, null, null);

    private static Model model(@Nullable String answered, @Nullable String asked) {
        return new Model("openai", "openai", answered, asked);
    }

    @Test
    void knownModel_costsItsTokens() {
        assertEquals(12.5, COSTS.of(model("gpt-4o", "gpt-4o"), Usage.of(1_000_000, 1_000_000)));
    }

    @Test
    void modelThatAnsweredUnknown_isPricedAsTheOneAsked() {
        assertEquals(2.5, COSTS.of(model("my-deployment", "gpt-4o"), MILLION));
        assertEquals(2.5, COSTS.of(model(null, "gpt-4o"), MILLION));
    }

    @Test
    void unknownModelOrTokens_haveNoCost() {
        assertNull(COSTS.of(model("x", "y"), Usage.of(1, 1)));
        assertNull(COSTS.of(model(null, null), Usage.of(1, 1)));
        assertNull(COSTS.of(model("gpt-4o", "gpt-4o"), Usage.unknown()));
    }

    @Test
    void applicationsOwnName_goesBeforeTheConventions() {
        assertEquals(7.0, COSTS.of(new Model("mine", "openai", "gpt-4o", "gpt-4o"), MILLION));
        assertEquals(2.5, COSTS.of(new Model("other", "openai", "gpt-4o", "gpt-4o"), MILLION));
    }

    @Test
    void fileOfPrices_goesBeforeTheTable(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("prices"), "date 2026-11-24\nprovider model input output\nopenai gpt-4o 100 0\n");
        assertEquals(100.0, ModelCosts.from(file.toString()).of(model("gpt-4o", "gpt-4o"), MILLION));
    }

    @Test
    void fileThatCannotBeRead_leavesTheTable() {
        assertEquals(
                PriceTable.builtIn().date(),
                ModelCosts.from("/no/such/file").prices().date());
        assertEquals(PriceTable.builtIn().date(), ModelCosts.from(null).prices().date());
    }

    /** It is the same source, compiled twice: agent-core's budgets and the spans must agree. */
    @Test
    void table_isThatOfAgentCore() {
        assertEquals(
                io.agenticraft.pricing.PriceTable.builtIn().toString(),
                PriceTable.builtIn().toString());
        assertEquals(
                io.agenticraft.pricing.PriceTable.builtIn().names(),
                PriceTable.builtIn().names());
    }
}
