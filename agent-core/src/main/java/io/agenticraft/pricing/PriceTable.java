package io.agenticraft.pricing;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The prices of models on a date. Immutable. A name is found as it stands, else without its date or {@code -latest};
 * nothing is guessed beyond that.
 */
public final class PriceTable {
    private static final String ANY = "*";
    private static final PriceTable EMPTY = new PriceTable(LocalDate.EPOCH, Map.of(), null, Map.of());

    private final LocalDate date;
    private final Map<String, Map<String, Price>> prices;
    private final @Nullable PriceTable under;
    private final Map<String, String> resold;

    private PriceTable(
            LocalDate date,
            Map<String, Map<String, Price>> prices,
            @Nullable PriceTable under,
            Map<String, String> resold) {
        this.date = date;
        this.prices = prices;
        this.under = under;
        this.resold = resold;
    }

    /** No prices: all costs are unknown. */
    public static PriceTable empty() {
        return EMPTY;
    }

    /** List prices of common chat models of OpenAI and Anthropic, and of Ollama's, which are free; see {@link #date()}. */
    public static PriceTable builtIn() {
        return BuiltIn.TABLE;
    }

    /**
     * The prices of a file, and the built-in ones where it says nothing.
     *
     * <pre>
     * date 2026-11-24                  # when the prices were true
     * provider model  input output     # USD per million tokens; further columns are cache-read, cache-write, above, also
     * openai   gpt-4o 2.50  10
     * ollama   *      0     0          # every other model of the provider
     * </pre>
     *
     * <p>With a column {@code as} a line {@code gateway * - - openai} says what {@link #pricedAs} does.
     *
     * @throws IllegalArgumentException if it cannot be read or is malformed; the message names the line and what to do
     */
    public static PriceTable load(Path file) {
        PriceFile read = PriceFile.load(file);
        return builtIn().overlaidBy(new PriceTable(read.date(), read.prices(), null, read.resold()));
    }

    /** These prices where {@code over} says nothing, and {@code over}'s, its {@code *} included, where it does. */
    public PriceTable overlaidBy(PriceTable over) {
        PriceTable base = over.under == null ? this : overlaidBy(over.under);
        Map<String, String> all = new HashMap<>(base.resold);
        all.putAll(over.resold);
        return new PriceTable(over.date, over.prices, base, all);
    }

    /**
     * These prices, and for models of {@code provider} that have none here those of {@code as}: for what is reached under a
     * name of its own but paid like another, such as a company's gateway to OpenAI. Nobody's prices are guessed otherwise.
     *
     * @throws IllegalArgumentException if both are the same, or {@code as} is priced as another itself
     */
    public PriceTable pricedAs(String provider, String as) {
        if (!maySell(provider, as, resold)) {
            throw new IllegalArgumentException(
                    provider + " cannot be priced as " + as + ": it must be another provider, with prices of its own");
        }
        Map<String, String> more = new HashMap<>(resold);
        more.put(provider, as);
        return new PriceTable(date, prices, under, more);
    }

    /** Whether {@code as} is another provider with prices of its own, where {@code resold} are those that have none. */
    static boolean maySell(String provider, String as, Map<String, String> resold) {
        return !provider.equals(as) && !resold.containsKey(as) && !resold.containsValue(provider);
    }

    /** These prices and one more, which goes before all others. */
    public PriceTable with(String provider, String model, Price price) {
        Objects.requireNonNull(price, "price");
        if (model.equals(ANY)) {
            // Of a layer's own prices the others go before it.
            return new PriceTable(date, Map.of(provider, Map.of(model, price)), this, resold);
        }
        Map<String, Map<String, Price>> more = new HashMap<>(prices);
        Map<String, Price> models = new HashMap<>(prices.getOrDefault(provider, Map.of()));
        models.put(model, price);
        more.put(provider, models);
        return new PriceTable(date, more, under, resold);
    }

    /** When the prices were true; of several tables the uppermost's. */
    public LocalDate date() {
        return date;
    }

    /** The price, or null where none is known. */
    public @Nullable Price price(String provider, String model) {
        Price price = listed(provider, model);
        String as = price == null ? resold.get(provider) : null;
        return as == null ? price : listed(as, model);
    }

    private @Nullable Price listed(String provider, String model) {
        Price price = find(provider, model);
        return price != null || under == null ? price : under.listed(provider, model);
    }

    private @Nullable Price find(String provider, String model) {
        Map<String, Price> models = prices.get(provider);
        if (models == null) {
            return null;
        }
        Price price = models.get(model);
        if (price == null) {
            String undated = ModelName.undated(model);
            price = undated == null ? null : models.get(undated);
        }
        return price != null ? price : models.get(ANY);
    }

    /** The names that have a price, as {@code provider:model}; {@code *} stands for all others of a provider. */
    public SortedSet<String> names() {
        SortedSet<String> names = under == null ? new TreeSet<>() : under.names();
        prices.forEach((provider, models) -> models.keySet().forEach(model -> names.add(provider + ":" + model)));
        return names;
    }

    @Override
    public String toString() {
        return "PriceTable[" + date + ", " + names().size() + " names]";
    }

    private static final class BuiltIn {
        static final PriceTable TABLE = table();

        private static PriceTable table() {
            PriceFile read = PriceFile.builtIn();
            return new PriceTable(read.date(), new HashMap<>(read.prices()), null, Map.of());
        }
    }
}
