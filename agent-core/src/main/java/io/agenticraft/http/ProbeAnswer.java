package io.agenticraft.http;

import io.agenticraft.json.JsonReader;
import io.agenticraft.model.FinishReason;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.Role;
import io.agenticraft.model.Usage;
import io.agenticraft.provider.ProbeResult;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The answer to a probe, of which the status matters, and what a reader makes of the body. */
final class ProbeAnswer implements Answer {
    private static final ModelResponse NOTHING_SAID = new ModelResponse(
            null,
            null,
            new Message(Role.ASSISTANT, List.of()),
            FinishReason.STOP,
            null,
            Usage.unknown(),
            null,
            Map.of());

    private final String target;
    private final HttpService.ProbeReader reader;
    private final long begun = System.nanoTime();
    private volatile int status;

    ProbeAnswer(String target, HttpService.ProbeReader reader) {
        this.target = target;
        this.reader = reader;
    }

    @Override
    public void open(Head head) {
        status = head.status();
    }

    @Override
    public void read(@Nullable String event, byte[] bytes, int offset, int length) throws IOException {
        reader.read(new JsonReader(bytes, offset, length));
    }

    @Override
    public boolean complete(boolean explicitEnd) {
        return false;
    }

    @Override
    public ModelResponse soFar() {
        return NOTHING_SAID;
    }

    /** What the exchange comes to; cancelling it ends the exchange. */
    CompletableFuture<ProbeResult> resultOf(Exchange exchange, CompletableFuture<ModelResponse> future) {
        CompletableFuture<ProbeResult> result = new CompletableFuture<>();
        var unused = future.whenComplete((ignored, failure) -> {
            if (failure != null) {
                result.completeExceptionally(failure);
            } else {
                Duration took = Duration.ofNanos(System.nanoTime() - begun);
                result.complete(new ProbeResult(target, status, exchange.openedConnection(), took));
            }
        });
        var unusedToo = result.whenComplete((ignored, failure) -> future.cancel(false));
        return result;
    }
}
