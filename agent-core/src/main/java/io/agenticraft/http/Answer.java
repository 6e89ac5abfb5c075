package io.agenticraft.http;

import io.agenticraft.model.ModelResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What has arrived of a model's answer. One per call, used by one thread at a time.
 */
public interface Answer {

    /** The provider has accepted the request. */
    void open(Head head);

    /**
     * Takes one JSON document: the whole answer, or the next piece of a stream.
     *
     * @param event the piece's name in a stream of server-sent events, or null
     * @throws ErrorEventException if the piece says that the provider failed
     * @throws IOException if it is not what the provider's interface promises
     */
    void read(@Nullable String event, byte[] bytes, int offset, int length) throws IOException;

    /**
     * Whether the last piece of a stream has been read.
     *
     * @param explicitEnd whether the body has ended where it said it would
     */
    boolean complete(boolean explicitEnd);

    /** The answer as far as it has arrived, or null where nothing has. */
    @Nullable
    ModelResponse soFar();
}
