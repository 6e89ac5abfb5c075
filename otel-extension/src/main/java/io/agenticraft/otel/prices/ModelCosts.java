package io.agenticraft.otel.prices;

import io.agenticraft.otel.genai.BoundedCache;
import io.agenticraft.otel.genai.Failures;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What answers cost, by the list prices that come with this library or by the file that
 * {@code OTEL_INSTRUMENTATION_AGENTICRAFT_PRICES} or the system property {@value #PROPERTY} names. A file that cannot be read is
 * named in the log; then the list prices hold.
 */
public final class ModelCosts {
    static final String PROPERTY = "otel.instrumentation.agenticraft.prices";
    private static final int MAX_MODELS = 1000;
    private static final String VARIABLE = "OTEL_INSTRUMENTATION_AGENTICRAFT_PRICES";

    private final PriceTable prices;
    /** Looked up once per model: dated names are taken apart for it, and this is on every call's way. */
    private final BoundedCache<Model, Known> known = new BoundedCache<>(MAX_MODELS, this::find);

    ModelCosts(PriceTable prices) {
        this.prices = prices;
    }

    /**
     * Whose price is asked for.
     *
     * @param name what the application calls the provider; a price under that name goes before all others
     * @param provider what the conventions call it
     * @param answered the model that answered, or null
     * @param asked the model that was asked, or null; it is taken where the one that answered has no price
     */
    public record Model(
            String name,
            String provider,
            @Nullable String answered,
            @Nullable String asked) {}

    private record Known(@Nullable Price price) {}

    /** Those of this process. The first time it reads a file, which event loops should not. */
    public static ModelCosts configured() {
        return Shared.COSTS;
    }

    static ModelCosts from(@Nullable String file) {
        if (file == null || file.isBlank()) {
            return new ModelCosts(PriceTable.builtIn());
        }
        try {
            return new ModelCosts(PriceTable.load(Path.of(file)));
        } catch (IllegalArgumentException e) {
            System.getLogger("io.agenticraft.otel")
                    .log(System.Logger.Level.WARNING, PROPERTY + ": " + e.getMessage() + " The built-in prices hold.");
            return new ModelCosts(PriceTable.builtIn());
        }
    }

    /** In USD, or null where there is no price or the tokens are not known. What fails in here is counted, and no price. */
    public @Nullable Double of(Model model, Usage usage) {
        try {
            Price price = known.get(model).price;
            return price == null ? null : price.cost(usage);
        } catch (RuntimeException | LinkageError e) {
            Failures.count(e);
            return null;
        }
    }

    private Known find(Model model) {
        Price price = price(model, model.answered);
        return new Known(price != null ? price : price(model, model.asked));
    }

    private @Nullable Price price(Model model, @Nullable String name) {
        if (name == null) {
            return null;
        }
        Price own = prices.price(model.name, name);
        return own != null ? own : prices.price(model.provider, name);
    }

    PriceTable prices() {
        return prices;
    }

    /** Read when the first call begins. */
    private static final class Shared {
        static final ModelCosts COSTS = from(System.getProperty(PROPERTY, System.getenv(VARIABLE)));
    }
}
