package io.agenticraft.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.testing.Answers;
import io.agenticraft.testing.Check;
import io.agenticraft.testing.FunctionProvider;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTest {
    @TempDir
    private @Nullable Path folder;

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private boolean failing = true;

    private Path file(String name) {
        return Objects.requireNonNull(folder).resolve(name);
    }

    private Path prompts(String... lines) throws Exception {
        return Files.write(file("prompts.jsonl"), List.of(lines));
    }

    private Batch batch() {
        return Batch.of(Desk.on(FunctionProvider.of(request -> {
                    String prompt = FunctionProvider.lastText(request);
                    asked.add(prompt);
                    return prompt.equals("bad") && failing
                            ? CompletableFuture.failedFuture(new IllegalStateException("no \"luck\""))
                            : CompletableFuture.completedFuture(Answers.text("re: " + prompt));
                }))
                .build());
    }

    private BatchProgress run(Path prompts) throws Exception {
        try (JsonLines results = JsonLines.open(file("results.jsonl"))) {
            return batch().requests(results.missing(JsonLines.read(prompts))).run(results);
        }
    }

    private List<String> written() throws Exception {
        return Files.readAllLines(file("results.jsonl"));
    }

    @Test
    void results_areALineEach_withNameUsageOrError() throws Exception {
        run(prompts("{\"id\":\"a\",\"prompt\":\"x\\ny\",\"note\":[1]}", "", "{\"prompt\":\"bad\",\"id\":\"b\"}"));
        assertEquals(
                List.of(
                        "{\"id\":\"a\",\"index\":0,\"attempts\":1,\"text\":\"re: x\\ny\",\"finish_reason\":\"stop\","
                                + "\"provider\":\"fake\",\"model\":\""
                                + Answers.text("").model() + "\",\"usage\":" + usage() + "}",
                        "{\"id\":\"b\",\"index\":1,\"attempts\":1,"
                                + "\"error\":{\"type\":\"IllegalStateException\",\"message\":\"no \\\"luck\\\"\"}}"),
                written());
    }

    private static String usage() {
        return "{\"input\":" + Answers.text("").usage().inputTokens() + ",\"output\":"
                + Answers.text("").usage().outputTokens() + "}";
    }

    @Test
    void secondRun_asksForWhatFailedAndWhatIsNew_only() throws Exception {
        run(prompts("{\"id\":\"a\",\"prompt\":\"x\"}", "{\"id\":\"b\",\"prompt\":\"bad\"}"));
        failing = false;
        asked.clear();
        run(prompts(
                "{\"id\":\"a\",\"prompt\":\"x\"}",
                "{\"id\":\"b\",\"prompt\":\"bad\"}",
                "{\"id\":\"c\",\"prompt\":\"z\"}"));
        assertEquals(List.of("bad", "z"), asked.stream().sorted().toList());
        asked.clear();
        assertEquals(0, run(file("prompts.jsonl")).done());
        assertEquals(List.of(), asked);
        assertEquals(4, written().size(), "The failure's line stays; the last one of a name counts");
    }

    @Test
    void lineThatWasCut_isTakenOff_andItsItemAskedAgain() throws Exception {
        Path prompts = prompts("{\"id\":\"a\",\"prompt\":\"x\"}", "{\"id\":\"b\",\"prompt\":\"y\"}");
        run(prompts);
        String whole = Files.readString(file("results.jsonl"));
        for (int cut = whole.indexOf('\n') + 1; cut < whole.length(); cut++) {
            asked.clear();
            Files.writeString(file("results.jsonl"), whole.substring(0, cut));
            run(prompts);
            assertEquals(List.of("y"), asked);
            assertEquals(2, written().size());
        }
    }

    @Test
    void manyLongLines_areFoundAgain() throws Exception {
        Path results = file("results.jsonl");
        try (JsonLines lines = JsonLines.open(results)) {
            for (int i = 0; i < 3_000; i++) {
                lines.accept(new BatchResult(i, "n" + i, null, new IllegalStateException("x".repeat(i)), 1));
            }
            assertEquals(0, lines.done());
        }
        long size = Files.size(results);
        JsonLines.open(results).close();
        assertEquals(size, Files.size(results));
    }

    @Test
    void mistakes_inPrompts_areNamedByTheirLine() throws Exception {
        for (String line : List.of("{\"id\":\"b\"}", "{\"prompt\":\"b\"}", "[]", "{\"id\":\"b\"", "plain text")) {
            Path prompts = prompts("{\"id\":\"a\",\"prompt\":\"x\"}", line);
            IllegalArgumentException mistake = assertThrows(IllegalArgumentException.class, () -> run(prompts));
            Check.contains("Line 2 of " + prompts, mistake.getMessage());
        }
        assertThrows(UncheckedIOException.class, () -> JsonLines.read(file("nowhere.jsonl")));
    }

    @Test
    void names_areNeeded_once() throws Exception {
        Path twice = prompts("{\"id\":\"a\",\"prompt\":\"x\"}", "{\"id\":\"a\",\"prompt\":\"y\"}");
        Check.contains(
                "\"a\"",
                assertThrows(IllegalArgumentException.class, () -> run(twice)).getMessage());
        try (JsonLines results = JsonLines.open(file("results.jsonl"))) {
            Stream<BatchRequest> nameless = results.missing(Stream.of(BatchRequest.of("x")));
            assertThrows(IllegalArgumentException.class, nameless::toList);
        }
    }

    @Test
    void fileThatIsNoResults_isLeftAlone() throws Exception {
        Path other = Files.writeString(file("other.txt"), "precious\n{\"id\":\"a\"}\nmore");
        Check.contains(
                "Line 1",
                assertThrows(IllegalArgumentException.class, () -> JsonLines.open(other))
                        .getMessage());
        assertEquals("precious\n{\"id\":\"a\"}\nmore", Files.readString(other));
    }

    @Test
    void endThatIsNoResult_isLeftAlone() throws Exception {
        String result = "{\"id\":\"a\",\"index\":0,\"attempts\":1,\"error\":{}}\n";
        for (String text : List.of("precious", "{\"name\":\"a\"}", result + "precious")) {
            Path other = Files.writeString(file("other.txt"), text);
            assertThrows(IllegalArgumentException.class, () -> JsonLines.open(other));
            assertEquals(text, Files.readString(other));
        }
    }

    @Test
    void prompts_areNotTakenForResults() throws Exception {
        Path prompts = prompts("{\"id\":\"a\",\"prompt\":\"x\"}");
        assertThrows(IllegalArgumentException.class, () -> JsonLines.open(prompts));
        assertEquals(1, Files.readAllLines(prompts).size());
    }

    @Test
    void file_isOneBatchsAtATime() {
        JsonLines first = JsonLines.open(file("results.jsonl"));
        assertThrows(IllegalStateException.class, () -> JsonLines.open(file("results.jsonl")));
        first.close();
        JsonLines.open(file("results.jsonl")).close();
    }

    @Test
    void closedFile_failsTheBatch() throws Exception {
        JsonLines results = JsonLines.open(file("results.jsonl"));
        results.close();
        Path prompts = prompts("{\"id\":\"a\",\"prompt\":\"x\"}");
        assertThrows(
                UncheckedIOException.class,
                () -> batch().requests(JsonLines.read(prompts)).run(results));
        assertTrue(Files.size(file("results.jsonl")) == 0);
    }

    @Test
    void byteOrderMark_isNoPartOfTheFirstLine() throws Exception {
        Path prompts = prompts("\uFEFF{\"id\":\"a\",\"prompt\":\"x\"}");
        Files.writeString(prompts, "{\"id\":\"b\",\"prompt\":\"y\"}", StandardOpenOption.APPEND);
        run(prompts);
        assertEquals(List.of("x", "y"), asked);
    }
}
