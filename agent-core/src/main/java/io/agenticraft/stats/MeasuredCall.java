package io.agenticraft.stats;

import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.Usage;
import io.agenticraft.policy.LateCall;
import io.agenticraft.provider.ProviderException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One call under measurement, and the future that its caller gets: it completes after the measurement, so that whoever
 * has the answer also finds it counted. Whatever goes wrong in here is the measurement's, never the call's.
 */
final class MeasuredCall extends LateCall {
    private static final long NONE = -1;

    private final CallStats stats;
    private final String provider;
    private final String model;
    private final @Nullable CallRecorder recorder;
    private final long start;
    private long firstToken = NONE;
    private long lastChunk;

    MeasuredCall(CallStats stats, String provider, String model, String agent) {
        this.stats = stats;
        this.provider = provider;
        this.model = model;
        CallRecorder found = null;
        long now = 0;
        try {
            found = stats.recorder(provider, model, agent);
            now = stats.now();
        } catch (RuntimeException e) {
            stats.mishap();
        }
        recorder = found;
        start = now;
    }

    MeasuredCall measuring(CompletableFuture<ModelResponse> answer) {
        follow(answer);
        return this;
    }

    /** The provider has thrown instead of answering with a failed future. */
    <E extends Throwable> RuntimeException thrown(Throwable failure) throws E {
        ended(null, failure);
        @SuppressWarnings("unchecked")
        E same = (E) failure;
        throw same;
    }

    /** A piece of content has come. */
    void chunk() {
        if (recorder == null) {
            return;
        }
        try {
            long now = stats.now();
            if (firstToken < 0) {
                firstToken = Math.max(0, now - start);
            } else {
                recorder.chunkAfter(now, now - lastChunk);
            }
            lastChunk = now;
        } catch (RuntimeException e) {
            stats.mishap();
        }
    }

    @Override
    protected void ended(@Nullable ModelResponse response, @Nullable Throwable failure) {
        if (recorder == null) {
            return;
        }
        try {
            long now = stats.now();
            if (failure != null) {
                recorder.failed(now, now - start, failure, partialUsage(failure));
            } else if (response != null) {
                recorder.succeeded(now, now - start, firstToken, response.usage(), response.model());
            }
            if (!(failure instanceof CancellationException)) {
                stats.listeners().forEach(listener -> tell(listener, now, response, failure));
            }
        } catch (RuntimeException e) {
            stats.mishap();
        }
    }

    /** A listener's errors, too, are its own: neither the call nor the other listeners notice. */
    private void tell(CallListener listener, long now, @Nullable ModelResponse response, @Nullable Throwable failure) {
        try {
            if (failure != null) {
                listener.failed(provider, model, failure);
            } else if (response != null) {
                listener.succeeded(provider, model, now - start, firstToken, response.usage());
            }
        } catch (Throwable e) {
            stats.mishap();
        }
    }

    private static @Nullable Usage partialUsage(Throwable failure) {
        ModelResponse partial = failure instanceof ProviderException known ? known.partial() : null;
        return partial == null ? null : partial.usage();
    }
}
