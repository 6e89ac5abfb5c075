package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Recorded conversations with the real providers, from the reference material. */
final class Recordings {

    /** Below these stands what a model made up, not what the API's form is. */
    private static final Set<String> CONTENT = Set.of("input", "arguments");

    private Recordings() {}

    /**
     * One request and its answer.
     *
     * @param name the file it is from
     */
    record Interaction(String name, String uri, JsonNode request, int status, String body) {

        boolean streamed() {
            boolean events = body.startsWith("data:") || body.startsWith("event:");
            return events || body.lines().filter(line -> line.startsWith("{\"")).count() > 1;
        }

        /** The JSON values of the answer: one, or those of the stream. */
        List<JsonNode> values() {
            return Recordings.values(body);
        }
    }

    static List<Interaction> of(String provider, String uri) {
        Path folder = Path.of(System.getProperty("agenticraft.shared", "../../../shared"), "wire/recordings", provider);
        assumeTrue(Files.isDirectory(folder), () -> "skipped: no " + folder + " (set -Dagenticraft.shared)");
        List<Interaction> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                for (JsonNode one : Http.json(Files.readString(file)).path("interactions")) {
                    Interaction interaction = interaction(file, one);
                    if (interaction.uri().contains(uri) && interaction.request() instanceof ObjectNode) {
                        found.add(interaction);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static Interaction interaction(Path file, JsonNode json) {
        return new Interaction(
                String.valueOf(file.getFileName()),
                json.at("/request/uri").asText(),
                json.at("/request/json"),
                json.at("/response/status").asInt(),
                json.at("/response/body").asText());
    }

    static List<JsonNode> values(String body) {
        if (body.startsWith("{\n")) {
            return List.of(Http.json(body));
        }
        return body.lines()
                .map(line -> line.startsWith("data: ") ? line.substring("data: ".length()) : line)
                .filter(line -> line.startsWith("{"))
                .map(Http::json)
                .toList();
    }

    /** Every path of keys that leads to something, with the kind of what is there. */
    static Set<String> shape(List<JsonNode> values) {
        Set<String> paths = new TreeSet<>();
        values.forEach(value -> collect("", value, paths));
        return paths;
    }

    private static void collect(String path, JsonNode value, Set<String> paths) {
        if (value.isArray()) {
            value.forEach(element -> collect(path + "[]", element, paths));
        } else if (value.isObject()) {
            value.properties().forEach(entry -> {
                String child = path + "." + entry.getKey();
                paths.add(child);
                if (!CONTENT.contains(entry.getKey())) {
                    collect(child, entry.getValue(), paths);
                }
            });
        }
    }
}
