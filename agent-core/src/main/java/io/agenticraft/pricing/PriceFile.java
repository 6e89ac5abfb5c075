package io.agenticraft.pricing;

import io.agenticraft.table.Row;
import io.agenticraft.table.TextTable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads prices from a text table. A row with a number in the column {@code above} is the price of a model's prompts of
 * more tokens and follows the model's plain row; {@code also} in the plain row lists further names of the model. A row
 * for the model {@code *} with a provider in the column {@code as} has no numbers: the prices are that provider's.
 */
final class PriceFile {
    private static final String RESOURCE = "prices.txt";
    private static final Set<String> REQUIRED = ordered("provider", "model", "input", "output");
    private static final Set<String> OPTIONAL = ordered("cache-read", "cache-write", "above", "also", "as");

    private final LocalDate date;
    private final Map<String, Map<String, Price>> prices = new HashMap<>();
    private final Map<String, String> resold = new HashMap<>();

    private PriceFile(TextTable table) {
        date = table.date();
        List<Row> own =
                table.rows().stream().filter(row -> row.text("as") == null).toList();
        own.forEach(this::add);
        own.forEach(this::addNames);
        table.rows().stream().filter(row -> row.text("as") != null).forEach(this::addResold);
    }

    static PriceFile load(Path file) {
        return new PriceFile(TextTable.load(file, REQUIRED, OPTIONAL));
    }

    static PriceFile builtIn() {
        return new PriceFile(TextTable.resource(PriceFile.class, RESOURCE, REQUIRED, OPTIONAL));
    }

    private static Set<String> ordered(String... names) {
        return new LinkedHashSet<>(List.of(names));
    }

    LocalDate date() {
        return date;
    }

    Map<String, Map<String, Price>> prices() {
        return prices;
    }

    /** Which provider's prices hold for another one's models. */
    Map<String, String> resold() {
        return resold;
    }

    private void addResold(Row row) {
        String provider = row.requiredText("provider");
        String as = row.requiredText("as");
        if (!row.requiredText("model").equals("*") || row.text("input") != null || row.text("output") != null) {
            throw row.error("a line with \"as\" is for all models and has no prices: " + provider + " * - - " + as);
        }
        if (!PriceTable.maySell(provider, as, resold)) {
            throw row.error("\"as\" must be another provider, with prices of its own, unlike " + as);
        }
        if (resold.put(provider, as) != null) {
            throw row.error(provider + " is priced as another already; remove one of the two lines");
        }
    }

    private void add(Row row) {
        String provider = row.requiredText("provider");
        String model = row.requiredText("model");
        Map<String, Price> models = prices.computeIfAbsent(provider, name -> new HashMap<>());
        Price known = models.get(model);
        Price price = price(row);
        if (row.text("above") != null) {
            price = withLongPrompt(row, known, price);
        } else if (known != null) {
            throw row.error(provider + ":" + model + " has a price already; remove one of the two lines");
        }
        models.put(model, price);
    }

    /** After all prices are whole: a further name has the dearer price for long prompts too. */
    private void addNames(Row row) {
        String provider = row.requiredText("provider");
        Map<String, Price> models = prices.getOrDefault(provider, Map.of());
        Price price = models.get(row.requiredText("model"));
        for (String name : row.list("also")) {
            if (price != null && models.put(name, price) != null) {
                throw row.error(provider + ":" + name + " has a price already; remove it from column \"also\"");
            }
        }
    }

    private static Price price(Row row) {
        double input = row.requiredNumber("input");
        return new Price(
                input,
                row.requiredNumber("output"),
                row.number("cache-read", input),
                row.number("cache-write", input),
                null);
    }

    private static Price withLongPrompt(Row row, @Nullable Price plain, Price dear) {
        if (plain == null || plain.longPrompt() != null) {
            throw row.error("a price above some number of tokens follows the one line with the model's plain price");
        }
        long above = (long) row.requiredNumber("above");
        if (above < 1) {
            throw row.error("\"above\" is a number of tokens of 1 or more, such as 200000");
        }
        Price.LongPrompt longPrompt = new Price.LongPrompt(above, dear);
        return new Price(plain.input(), plain.output(), plain.cacheRead(), plain.cacheWrite(), longPrompt);
    }
}
