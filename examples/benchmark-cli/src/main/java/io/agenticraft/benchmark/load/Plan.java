package io.agenticraft.benchmark.load;

import io.agenticraft.model.GenerationOptions;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How each model is measured.
 *
 * @param prompts what is asked, in turn, each time without any history
 * @param pace when requests are due; asked for anew for each model
 * @param inFlight how many requests may be under way at once
 * @param requests how many are measured; {@code Long.MAX_VALUE} where the time decides
 * @param duration after which no more are sent; null where the number decides
 * @param warmup how many are sent before and not measured
 * @param streaming whether answers are asked for piece by piece
 * @param timeout how long a request may take
 * @param options how the models are to answer
 */
public record Plan(
        List<String> prompts,
        Supplier<Pace> pace,
        int inFlight,
        long requests,
        @Nullable Duration duration,
        int warmup,
        boolean streaming,
        Duration timeout,
        GenerationOptions options) {

    public Plan {
        prompts = List.copyOf(prompts);
        if (prompts.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one prompt");
        }
    }

    /** The warm-up of this plan: one request after another, and as many as it says. */
    Plan forWarmup() {
        return new Plan(prompts, Pace::closed, 1, warmup, null, 0, streaming, timeout, options);
    }
}
