package io.agenticraft.otel.adapters.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.agenticraft.model.FinishReason;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.Usage;
import io.agenticraft.pricing.Price;
import io.agenticraft.pricing.PriceTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CostsTest {
    private static final Costs COSTS = new Costs(PriceTable.empty().with("openai", "gpt-4o", Price.of(2.5, 10)));

    private static ModelResponse answer(@Nullable String model, Usage usage) {
        return new ModelResponse(null, model, Message.assistant("hi"), FinishReason.STOP, null, usage, null, Map.of());
    }

    @Test
    void knownModel_costsItsTokens() {
        assertEquals(12.5, COSTS.of(answer("gpt-4o", Usage.of(1_000_000, 1_000_000)), "openai", "gpt-4o"));
    }

    @Test
    void modelThatAnsweredUnknown_isPricedAsTheOneAsked() {
        assertEquals(2.5, COSTS.of(answer("my-deployment", Usage.of(1_000_000, 0)), "openai", "gpt-4o"));
        assertEquals(2.5, COSTS.of(answer(null, Usage.of(1_000_000, 0)), "openai", "gpt-4o"));
    }

    @Test
    void unknownModelOrTokens_haveNoCost() {
        assertNull(COSTS.of(answer("x", Usage.of(1, 1)), "openai", "y"));
        assertNull(COSTS.of(answer("gpt-4o", Usage.unknown()), "openai", "gpt-4o"));
    }

    @Test
    void fileOfPrices_goesBeforeTheTable(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("prices"), "date 2026-11-24\nprovider model input output\nopenai gpt-4o 100 0\n");
        Costs own = Costs.from(file.toString());
        assertEquals(100.0, own.of(answer("gpt-4o", Usage.of(1_000_000, 1)), "openai", "gpt-4o"));
    }

    @Test
    void fileThatCannotBeRead_leavesTheTable() {
        assertEquals(
                PriceTable.builtIn().date(),
                Costs.from("/no/such/file").prices().date());
        assertEquals(PriceTable.builtIn().date(), Costs.from(null).prices().date());
    }
}
