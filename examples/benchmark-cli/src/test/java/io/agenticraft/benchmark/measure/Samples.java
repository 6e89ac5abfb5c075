package io.agenticraft.benchmark.measure;

import io.agenticraft.benchmark.measure.Recording.Spent;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Results that were never measured. */
public final class Samples {
    private static final long MILLI = 1_000_000;

    private Samples() {}

    /** Answers that took 1, 2, 3 ... ms, with the first token after half of that. */
    public static Recording answers(int count, boolean streamed) {
        Recording recording = new Recording();
        for (long i = 1; i <= count; i++) {
            Stopwatch watch = new Stopwatch(0, 0);
            if (streamed) {
                watch.piece(i * MILLI / 2);
                watch.piece(i * MILLI);
            }
            watch.end(i * MILLI);
            recording.answered(watch, new Spent(10L, 5L, 0.001));
        }
        return recording;
    }

    public static Result result(String model, Recording total, boolean streamed) {
        return result(model, total, streamed, Map.of("only prompt", total), null);
    }

    public static Result result(
            String model,
            Recording total,
            boolean streamed,
            Map<String, Recording> byPrompt,
            @Nullable String trouble) {
        return new Result(
                "openai",
                model,
                "http://127.0.0.1:1/v1",
                streamed,
                total,
                byPrompt,
                Duration.ofSeconds(2),
                0,
                trouble,
                trouble == null);
    }

    public static Report report(Result... results) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("Load", "closed loop of 1");
        return new Report(
                Report.Against.SIMULATOR, Instant.parse("2026-11-24T10:00:00Z"), settings, List.of(results), true);
    }
}
