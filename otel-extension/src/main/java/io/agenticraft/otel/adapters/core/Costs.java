package io.agenticraft.otel.adapters.core;

import io.agenticraft.model.ModelResponse;
import io.agenticraft.pricing.Price;
import io.agenticraft.pricing.PriceTable;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What answers cost, by agent-core's table of list prices or by the file that {@code OTEL_INSTRUMENTATION_AGENTICRAFT_PRICES}
 * or the system property {@value #PROPERTY} names. A file that cannot be read is named in the log; then the table holds.
 */
record Costs(PriceTable prices) {
    static final String PROPERTY = "otel.instrumentation.agenticraft.prices";
    private static final String VARIABLE = "OTEL_INSTRUMENTATION_AGENTICRAFT_PRICES";

    /** Those of this process. */
    static Costs configured() {
        return Shared.COSTS;
    }

    static Costs from(@Nullable String file) {
        if (file == null || file.isBlank()) {
            return new Costs(PriceTable.builtIn());
        }
        try {
            return new Costs(PriceTable.load(Path.of(file)));
        } catch (IllegalArgumentException e) {
            System.getLogger("io.agenticraft.otel")
                    .log(System.Logger.Level.WARNING, PROPERTY + ": " + e.getMessage() + " The built-in prices hold.");
            return new Costs(PriceTable.builtIn());
        }
    }

    /** In USD, or null where there is no price or the tokens are not known. */
    @Nullable
    Double of(ModelResponse response, String provider, String asked) {
        Price price = response.model() == null ? null : prices.price(provider, response.model());
        if (price == null) {
            price = prices.price(provider, asked);
        }
        return price == null ? null : price.cost(response.usage());
    }

    /** Read when the first answer comes. */
    private static final class Shared {
        static final Costs COSTS = from(System.getProperty(PROPERTY, System.getenv(VARIABLE)));
    }
}
