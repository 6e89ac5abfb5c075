package io.agenticraft.otel.adapters.openai;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An exchange recorded with a real provider, and what it says, read without any library's types. */
record Recorded(String name, JsonNode request, int status, boolean stream, String body) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** All chat completions of OpenAI and Azure; skips the calling test where there are none. */
    static List<Recorded> all() throws IOException {
        Path folder = Path.of(System.getProperty("agenticraft.shared", "../../shared"), "wire", "recordings");
        assumeTrue(Files.isDirectory(folder), () -> "Skipped: no recordings in " + folder.toAbsolutePath());
        List<Recorded> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().matches(".*(openai/oa-chat|azure/az)-.*\\.json")) {
                    read(file, all);
                }
            }
        }
        return all;
    }

    private static void read(Path file, List<Recorded> all) throws IOException {
        int number = 0;
        for (JsonNode exchange : MAPPER.readTree(file.toFile()).path("interactions")) {
            JsonNode response = exchange.path("response");
            String body = response.path("body").asText();
            all.add(new Recorded(
                    file.getFileName() + "#" + ++number,
                    exchange.path("request").path("json"),
                    response.path("status").asInt(),
                    body.startsWith("data:"),
                    body));
        }
    }

    /** The whole answer, or the pieces of a stream. */
    List<JsonNode> documents() throws IOException {
        if (!stream) {
            return List.of(MAPPER.readTree(body));
        }
        List<JsonNode> documents = new ArrayList<>();
        for (String line : body.split("\n", -1)) {
            if (line.startsWith("data: {")) {
                documents.add(MAPPER.readTree(line.substring("data: ".length())));
            }
        }
        return documents;
    }

    /** The last text that is not empty under this name. */
    @Nullable
    String text(String name) throws IOException {
        String text = null;
        for (JsonNode document : documents()) {
            String here = document.path(name).asText("");
            text = here.isEmpty() || document.path(name).isNull() ? text : here;
        }
        return text;
    }

    /** The last number under this path in the usage. */
    @Nullable
    Long usage(String... path) throws IOException {
        Long number = null;
        for (JsonNode document : documents()) {
            JsonNode at = document.path("usage");
            for (String step : path) {
                at = at.path(step);
            }
            number = at.isNumber() ? Long.valueOf(at.asLong()) : number;
        }
        return number;
    }

    /** The finish reasons in the order of the choices. */
    List<String> finishReasons() throws IOException {
        TreeMap<Integer, String> reasons = new TreeMap<>();
        for (JsonNode document : documents()) {
            for (JsonNode choice : document.path("choices")) {
                if (choice.path("finish_reason").isTextual()) {
                    reasons.put(
                            choice.path("index").asInt(),
                            choice.path("finish_reason").asText());
                }
            }
        }
        return List.copyOf(reasons.values());
    }

    @Override
    public String toString() {
        return name;
    }
}
