package io.agenticraft.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one API writes what all of them mean. Stateless. */
interface Dialect {

    /** The API's name in records and log lines. */
    String name();

    /** The key that came with the request, or null. */
    @Nullable
    String key(MultiMap headers);

    /** Whether a request without a key is refused. */
    boolean keyRequired();

    /** Understands a body or throws a {@link Rejection}. */
    Call parse(JsonNode body, MultiMap headers);

    /** The prefix of the ids of tool calls, such as {@code call_}. */
    String toolIdPrefix();

    /**
     * Headers of every answer, good or bad.
     *
     * @param quota what is left of the limits; null for errors that are not about limits
     */
    Map<String, String> headers(String requestId, @Nullable Quota quota, Instant now);

    /** The whole answer as JSON. */
    String plain(Turn turn);

    /** The answer in pieces. */
    void stream(Turn turn, Frames frames);

    String streamContentType();

    HttpReply error(Rejection rejection, String requestId, Instant now);

    /** The error as a piece of a stream that began well. */
    String streamError(Rejection rejection, String requestId);

    /** Something in the place of a piece of a stream that no client can read. */
    String malformedPiece();

    /**
     * An answer and what surrounds it.
     *
     * @param id a random text that no other answer has, without prefix
     * @param nanos how long the answer takes in all
     * @param firstNanos how long until its first token
     */
    record Turn(Call call, Answer answer, String id, Instant created, long firstNanos, long nanos) {}
}
