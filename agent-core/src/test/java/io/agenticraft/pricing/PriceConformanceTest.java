package io.agenticraft.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The built-in prices are those of genai-prices' data on the table's date. */
@Tag("conformance")
class PriceConformanceTest {
    private static final double EQUAL = 1e-9;

    @Test
    void builtIn_agreesWithGenAiPrices() throws IOException {
        JsonNode data = data();
        PriceTable table = PriceTable.builtIn();
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (String name : table.names()) {
            String provider = name.substring(0, name.indexOf(':'));
            String model = name.substring(provider.length() + 1);
            if (!provider.equals("ollama")) {
                compare(name, table.price(provider, model), find(data, provider, model), table.date(), differences);
                compared++;
            }
        }
        assertEquals(List.of(), differences);
        assertTrue(compared >= 50, "compared only " + compared);
    }

    private static JsonNode data() throws IOException {
        Path file = Path.of(System.getProperty("agenticraft.shared", "../shared"), "prices/v2-data.json");
        assumeTrue(Files.exists(file), "No " + file.toAbsolutePath() + ": prices are not compared");
        return new ObjectMapper().readTree(file.toFile());
    }

    private static @Nullable JsonNode find(JsonNode data, String provider, String model) {
        for (JsonNode one : data) {
            if (one.path("id").asText().equals(provider)) {
                for (JsonNode candidate : one.path("models")) {
                    if (matches(candidate.path("match"), model)) {
                        return candidate;
                    }
                }
            }
        }
        return null;
    }

    private static boolean matches(JsonNode rule, String model) {
        for (JsonNode part : rule.path("or")) {
            if (matches(part, model)) {
                return true;
            }
        }
        return model.equals(rule.path("equals").asText(null))
                || (rule.has("starts_with")
                        && model.startsWith(rule.path("starts_with").asText()))
                || (rule.has("regex")
                        && Pattern.compile(rule.path("regex").asText())
                                .matcher(model)
                                .find());
    }

    private static void compare(
            String name, @Nullable Price ours, @Nullable JsonNode theirs, LocalDate date, List<String> differences) {
        if (ours == null || theirs == null) {
            differences.add(name + ": " + ours + ", theirs " + theirs);
            return;
        }
        JsonNode prices = on(date, theirs.path("prices"));
        Price.LongPrompt longPrompt = ours.longPrompt();
        compareOne(name, ours, prices, 0, differences);
        JsonNode tier = prices.path("input_mtok").path("tiers").path(0);
        long above = longPrompt == null ? 0 : longPrompt.above();
        if (tier.path("start").asLong(0) != above) {
            differences.add(name + ": dearer above " + above + ", theirs " + tier);
        }
        if (longPrompt != null) {
            compareOne(name + " above " + above, longPrompt.price(), prices, above, differences);
        }
    }

    private static JsonNode on(LocalDate date, JsonNode prices) {
        JsonNode last = prices;
        if (prices.isArray()) {
            for (JsonNode one : prices) {
                String start = one.path("constraint").path("start_date").asText("");
                if (start.isEmpty() || !LocalDate.parse(start).isAfter(date)) {
                    last = one.path("prices");
                }
            }
        }
        return last;
    }

    private static void compareOne(String name, Price ours, JsonNode theirs, long above, List<String> differences) {
        double input = rate(theirs.path("input_mtok"), above, 0);
        check(name + " input", ours.input(), input, differences);
        check(name + " output", ours.output(), rate(theirs.path("output_mtok"), above, 0), differences);
        check(name + " cache read", ours.cacheRead(), rate(theirs.path("cache_read_mtok"), above, input), differences);
        check(
                name + " cache write",
                ours.cacheWrite(),
                rate(theirs.path("cache_write_mtok"), above, input),
                differences);
    }

    private static double rate(JsonNode price, long above, double otherwise) {
        if (price.has("base")) {
            return above == 0
                    ? price.path("base").asDouble()
                    : price.path("tiers").path(0).path("price").asDouble();
        }
        return price.asDouble(otherwise);
    }

    private static void check(String what, double ours, double theirs, List<String> differences) {
        if (Math.abs(ours - theirs) > EQUAL) {
            differences.add(what + ": " + ours + ", theirs " + theirs);
        }
    }
}
