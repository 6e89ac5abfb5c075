package io.agenticraft.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One exchange of a conversation that was recorded with a real provider. */
record Recording(String name, JsonNode request, int status, Map<String, String> headers, String text) {
    static final ObjectMapper MAPPER = new ObjectMapper();

    /** Headers that speak of the recorded connection, not of the answer. */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("content-encoding", "content-length", "transfer-encoding", "connection", "keep-alive");

    /** The exchanges of all files whose name (within {@code wire/recordings}) matches, in order. */
    static List<Recording> matching(String regex) throws IOException {
        Path folder = Shared.folder().resolve("wire/recordings");
        List<Recording> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (name.matches(regex)) {
                    found.addAll(read(name, file));
                }
            }
        }
        return found;
    }

    private static List<Recording> read(String name, Path file) throws IOException {
        List<Recording> exchanges = new ArrayList<>();
        int number = 1;
        for (JsonNode exchange : MAPPER.readTree(file.toFile()).path("interactions")) {
            JsonNode response = exchange.path("response");
            Map<String, String> headers = new LinkedHashMap<>();
            response.path("headers").properties().forEach(header -> {
                if (!OF_THE_CONNECTION.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                    headers.put(header.getKey(), header.getValue().asText());
                }
            });
            exchanges.add(new Recording(
                    name + "#" + number++,
                    exchange.path("request").path("json"),
                    response.path("status").asInt(),
                    headers,
                    response.path("body").asText()));
        }
        return exchanges;
    }

    boolean isStream() {
        return headers.getOrDefault("content-type", headers.getOrDefault("Content-Type", ""))
                .matches("text/event-stream.*|application/x-ndjson.*");
    }

    byte[] body() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The JSON documents of the body: one, or one per {@code data:} or line. */
    List<JsonNode> documents() throws IOException {
        if (!isStream()) {
            return List.of(MAPPER.readTree(text));
        }
        List<JsonNode> documents = new ArrayList<>();
        for (String line : text.split("\r\n|\n|\r", -1)) {
            String json = line.startsWith("data:") ? line.substring(5).strip() : line.strip();
            if (json.startsWith("{")) {
                documents.add(MAPPER.readTree(json));
            }
        }
        return documents;
    }
}
