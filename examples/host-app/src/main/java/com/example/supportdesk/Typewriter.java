package com.example.supportdesk;

import io.agenticraft.agent.RunEvent;
import io.agenticraft.agent.RunResult;
import io.agenticraft.model.ModelEvent;
import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** Prints an answer's text piece by piece. */
final class Typewriter implements Flow.Subscriber<RunEvent> {
    private final CompletableFuture<RunResult> result = new CompletableFuture<>();
    private final PrintStream out;

    Typewriter(PrintStream out) {
        this.out = out;
    }

    /** Waits for the end of the answer. */
    RunResult await() {
        return result.join();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(RunEvent event) {
        if (event instanceof RunEvent.Delta delta && delta.event() instanceof ModelEvent.TextDelta text) {
            out.print(text.text());
            out.flush();
        } else if (event instanceof RunEvent.Finished finished) {
            result.complete(finished.result());
        }
    }

    @Override
    public void onError(Throwable failure) {
        result.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        result.completeExceptionally(new IllegalStateException("The run ended without a result"));
    }
}
