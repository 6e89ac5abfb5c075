package io.agenticraft.acceptance.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class JaegerFilesTest {

    private final JsonNode service =
            DeployFiles.yaml("jaeger/compose.yaml").path("services").path("jaeger");

    @Test
    void version_isTheSameEverywhere() {
        String version = first("readonly VERSION=(\\S+)", DeployFiles.text("jaeger/install.sh"));

        assertEquals("jaegertracing/jaeger:" + version, service.path("image").asText());
        assertTrue(DeployFiles.text("jaeger/README.md").contains("agenticraft/jaeger-" + version + "`"));
        assertTrue(DeployFiles.text("jaeger/README.md").contains("-t jaegertracing/jaeger:" + version + " "));
    }

    @Test
    void ports_areThoseOfTheImage() {
        List<String> published = DeployFiles.texts(service.path("ports")).stream()
                .map(port -> port.substring(port.lastIndexOf(':') + 1))
                .toList();
        assertEquals(List.of("4317", "4318", "14268", "16686"), published);

        String exposed = first("(?m)^EXPOSE (.*)$", DeployFiles.text("jaeger/Dockerfile"));
        assertTrue(List.of(exposed.split(" ", -1)).containsAll(published), exposed);
        assertEquals(
                "0.0.0.0",
                service.path("environment").path("JAEGER_LISTEN_HOST").asText());
    }

    @Test
    void installScript_canBeRun() {
        assertTrue(Files.isExecutable(DeployFiles.path("jaeger/install.sh")));
    }

    private static String first(String pattern, String text) {
        MatchResult match =
                Pattern.compile(pattern).matcher(text).results().findFirst().orElseThrow();
        String group = match.group(1);
        assertNotNull(group);
        return group;
    }
}
