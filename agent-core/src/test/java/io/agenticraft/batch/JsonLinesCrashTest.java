package io.agenticraft.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.agent.Agent;
import io.agenticraft.openai.OpenAi;
import io.agenticraft.provider.ProviderSpec;
import io.agenticraft.registry.Binding;
import io.agenticraft.testing.Check;
import io.agenticraft.wire.Replies;
import io.agenticraft.wire.WireServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed amid a batch, and the one that goes on with it. */
class JsonLinesCrashTest {
    private static final int PROMPTS = 400;
    private static final int CONCURRENCY = 4;
    private static final Pattern PROMPT = Pattern.compile("Question (\\d+)\\.");

    @TempDir
    private @Nullable Path folder;

    /** What each process runs. */
    static final class Host {
        private Host() {}

        public static void main(String[] args) throws Exception {
            ProviderSpec spec = ProviderSpec.of("openai", URI.create(args[0]), "key");
            Agent agent = Agent.builder()
                    .model(new Binding(new OpenAi().create(spec), "m"))
                    .build();
            try (JsonLines results = JsonLines.open(Path.of(args[2]))) {
                Batch.of(agent)
                        .concurrency(CONCURRENCY)
                        .unordered()
                        .requests(results.missing(JsonLines.read(Path.of(args[1]))))
                        .run(results);
            }
        }
    }

    private static Process start(WireServer server, Path prompts, Path results) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Host.class.getName(),
                        server.url("/v1").toString(),
                        prompts.toString(),
                        results.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often each question was asked. */
    private static Map<String, Integer> asked(WireServer server) {
        Map<String, Integer> asked = new HashMap<>();
        for (WireServer.Received request : server.received()) {
            Matcher matcher = PROMPT.matcher(request.body());
            assertTrue(matcher.find());
            asked.merge("n" + matcher.group(1), 1, Integer::sum);
        }
        return asked;
    }

    private static String id(String line) {
        return line.substring(line.indexOf(":\"") + 2, line.indexOf("\","));
    }

    @Test
    void killedBatch_goesOn_withoutPayingTwiceForWhatIsDone() throws Exception {
        Path prompts = Objects.requireNonNull(folder).resolve("prompts.jsonl");
        Path results = prompts.resolveSibling("results.jsonl");
        Files.write(
                prompts,
                IntStream.range(0, PROMPTS)
                        .mapToObj(i -> "{\"id\":\"n" + i + "\",\"prompt\":\"Question " + i + ".\"}")
                        .toList());
        try (WireServer server = WireServer.start()) {
            server.always(
                    Replies.json("{\"choices\":[{\"message\":{\"content\":\"Yes\"},\"finish_reason\":\"stop\"}]}"));
            Process first = start(server, prompts, results);
            try {
                Check.eventually("some are done", () -> lines(results).size() > 20 || !first.isAlive());
            } finally {
                first.destroyForcibly().waitFor();
            }
            List<String> paid = lines(results);
            assertTrue(paid.size() < PROMPTS, "It was to be killed before its end");
            Process second = start(server, prompts, results);
            try {
                assertTrue(second.waitFor(60, TimeUnit.SECONDS), "It still runs");
                assertEquals(0, second.exitValue());
            } finally {
                second.destroyForcibly();
            }
            Map<String, Integer> asked = asked(server);
            for (String line : paid.subList(0, paid.size() - 1)) { // the last may have been cut
                assertEquals(1, asked.get(id(line)), line);
            }
            assertEquals(PROMPTS, asked.size());
            assertTrue(server.received().size() <= PROMPTS + CONCURRENCY, "Only what was in flight is asked again");
            assertEquals(
                    PROMPTS,
                    lines(results).stream()
                            .map(JsonLinesCrashTest::id)
                            .distinct()
                            .count());
            assertEquals(PROMPTS, lines(results).size());
        }
    }
}
