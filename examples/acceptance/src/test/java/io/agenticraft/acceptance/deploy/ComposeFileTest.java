package io.agenticraft.acceptance.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every compose file. */
class ComposeFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"jaeger/compose.yaml", "tempo/compose.yaml"})
    void service_isPinnedLimitedAndLocal(String file) {
        JsonNode services = DeployFiles.yaml(file).path("services");
        assertFalse(services.isEmpty(), file);
        Set<String> taken = new HashSet<>();
        services.properties().forEach(entry -> {
            JsonNode service = entry.getValue();
            String image = service.path("image").asText();
            assertTrue(image.matches("[a-z]+/[a-z]+:\\d+\\.\\d+\\.\\d+"), "not pinned to a release: " + image);
            assertTrue(service.path("mem_limit").asText().matches("\\d+[mg]"), entry.getKey() + " may take all memory");
            for (String port : DeployFiles.texts(service.path("ports"))) {
                assertTrue(port.matches("127\\.0\\.0\\.1:(\\d+):\\1"), "not on loopback, or renumbered: " + port);
                assertTrue(taken.add(port), "published twice: " + port);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"jaeger/compose.yaml", "tempo/compose.yaml"})
    void mount_existsAndIsReadOnly(String file) {
        Path folder = DeployFiles.path(file).resolveSibling(".");
        for (JsonNode service : DeployFiles.yaml(file).path("services")) {
            for (String mount : DeployFiles.texts(service.path("volumes"))) {
                String[] parts = mount.split(":", -1);
                assertEquals(3, parts.length, mount);
                assertTrue(Files.exists(folder.resolve(parts[0])), mount);
                assertEquals("ro", parts[2], mount);
            }
        }
    }
}
