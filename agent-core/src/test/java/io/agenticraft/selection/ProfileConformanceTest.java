package io.agenticraft.selection;

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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The built-in profiles' context windows are those of genai-prices' data. */
@Tag("conformance")
class ProfileConformanceTest {

    @Test
    void contextWindows_agreeWithGenAiPrices() throws IOException {
        Path file = Path.of(System.getProperty("agenticraft.shared", "../shared"), "prices/v2-data.json");
        assumeTrue(Files.exists(file), "No " + file.toAbsolutePath() + ": context windows are not compared");
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (JsonNode provider : new ObjectMapper().readTree(file.toFile())) {
            for (JsonNode model : provider.path("models")) {
                String name = provider.path("id").asText() + ":"
                        + model.path("id").asText().replaceAll("-latest$", "");
                for (ModelProfile profile : ModelProfiles.builtIn().all()) {
                    if (profile.name().equals(name) && model.has("context_window")) {
                        compared++;
                        if (model.path("context_window").asLong() != profile.contextTokens()) {
                            differences.add(
                                    name + ": " + profile.contextTokens() + ", theirs " + model.path("context_window"));
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), differences);
        assertTrue(compared >= 20, "compared only " + compared);
    }
}
