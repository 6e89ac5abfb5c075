package io.agenticraft.benchmark.load;

import io.agenticraft.benchmark.measure.Recording;
import io.agenticraft.benchmark.measure.Stopwatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends one request and says what came of it. */
interface Sender {

    /**
     * Sends a request and returns at once.
     *
     * @param done called once, on any thread, with the watch ended
     * @return aborts the request
     */
    Runnable send(int prompt, Stopwatch watch, Consumer<Done> done);

    /**
     * A request that has ended.
     *
     * @param prompt which prompt was sent
     * @param watch its moments
     * @param spent what the answer used up; null if there is none
     * @param failure why there is none; null if there is one
     */
    record Done(
            int prompt,
            Stopwatch watch,
            Recording.@Nullable Spent spent,
            @Nullable Throwable failure) {}
}
