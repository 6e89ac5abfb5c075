package io.agenticraft.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Today's names of models, as genai-prices lists them for each provider, are detected as their vendor's or not at all. */
@Tag("conformance")
class DetectionConformanceTest {
    private final ProviderRegistry registry = ProviderRegistry.builder()
            .environment(variable -> null)
            .detectProviders(true)
            .build();

    private String detected(String model) {
        try {
            return registry.describe(model).provider();
        } catch (IllegalArgumentException e) {
            return "none";
        }
    }

    @Test
    void namesOfAVendor_areNeverTakenForAnotherOnes() throws IOException {
        Path file = Path.of(System.getProperty("agenticraft.shared", "../shared"), "prices/v2-data.json");
        assumeTrue(Files.exists(file), "No " + file.toAbsolutePath() + ": names are not compared");
        List<String> wrong = new ArrayList<>();
        Set<String> own = new TreeSet<>();
        int detected = 0;
        JsonNode data = new ObjectMapper().readTree(file.toFile());
        for (String vendor : List.of("openai", "anthropic")) {
            for (JsonNode provider : data) {
                if (provider.path("id").asText().equals(vendor)) {
                    for (JsonNode model : provider.path("models")) {
                        String as = detected(model.path("id").asText());
                        own.add(model.path("id").asText());
                        detected += as.equals(vendor) ? 1 : 0;
                        boolean open = model.path("id").asText().startsWith("gpt-oss");
                        if (!as.equals(vendor) && !as.equals("none") && !open) {
                            wrong.add(vendor + ":" + model.path("id").asText() + " as " + as);
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(detected >= 85, "only " + detected + " of " + own.size() + " were detected");
    }
}
