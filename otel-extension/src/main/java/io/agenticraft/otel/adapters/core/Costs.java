package io.agenticraft.otel.adapters.core;

import io.agenticraft.model.ModelResponse;
import io.agenticraft.otel.genai.BoundedCache;
import io.agenticraft.pricing.Price;
import io.agenticraft.pricing.PriceTable;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What answers cost, by agent-core's table of list prices or by the file that {@code OTEL_INSTRUMENTATION_AGENTICRAFT_PRICES}
 * or the system property {@value #PROPERTY} names. A file that cannot be read is named in the log; then the table holds.
 */
final class Costs {
    static final String PROPERTY = "otel.instrumentation.agenticraft.prices";
    private static final int MAX_MODELS = 1000;
    private static final String VARIABLE = "OTEL_INSTRUMENTATION_AGENTICRAFT_PRICES";

    private final PriceTable prices;

    /** Looked up once per model: dated names are taken apart for it, and this is on every call's way. */
    private final BoundedCache<Models, Known> known = new BoundedCache<>(MAX_MODELS, this::find);

    Costs(PriceTable prices) {
        this.prices = prices;
    }

    /** Whose price is asked for: that of the model that answered or, where it has none, of the one that was asked. */
    private record Models(String provider, @Nullable String answered, String asked) {}

    private record Known(@Nullable Price price) {}

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
        Price price = known.get(new Models(provider, response.model(), asked)).price;
        return price == null ? null : price.cost(response.usage());
    }

    private Known find(Models models) {
        Price price = models.answered == null ? null : prices.price(models.provider, models.answered);
        return new Known(price != null ? price : prices.price(models.provider, models.asked));
    }

    PriceTable prices() {
        return prices;
    }

    /** Read when the first call begins. */
    private static final class Shared {
        static final Costs COSTS = from(System.getProperty(PROPERTY, System.getenv(VARIABLE)));
    }
}
