package io.agenticraft.endtoend;

import io.agenticraft.wire.Replies;
import io.agenticraft.wire.WireServer.Reply;
import java.util.ArrayList;
import java.util.List;

/** One provider's way of saying a few things. Every whole answer costs 10 tokens in and 5 out. */
interface Dialect {

    /** The provider's name in the registry. */
    String provider();

    /** A model's name. */
    String model();

    /** The path at which its interface begins. */
    String basePath();

    /** The header that carries a key, in lower case, and what it holds; empty where there is none. */
    List<String> keyHeader(String key);

    String text(String text);

    /** A call of {@code weather} for Graz. */
    String call(String id);

    String streamType();

    /** An answer in pieces, each framed. */
    List<String> stream(List<String> texts);

    /** The call of {@link #call} in pieces. */
    List<String> streamedCall(String id);

    /** The part of {@link #stream} that repeats, once. */
    String piece(String text);

    default Reply textReply(String text) {
        return Replies.json(text(text));
    }

    default Reply callReply(String id) {
        return Replies.json(call(id));
    }

    default Reply streamReply(String... texts) {
        return Replies.chunked(streamType(), stream(List.of(texts)).toArray(String[]::new));
    }

    default Reply streamedCallReply(String id) {
        return Replies.chunked(streamType(), streamedCall(id).toArray(String[]::new));
    }

    /** A list of {@code before}, the pieces and {@code after}. */
    static List<String> around(List<String> before, List<String> pieces, List<String> after) {
        List<String> all = new ArrayList<>(before);
        all.addAll(pieces);
        all.addAll(after);
        return all;
    }
}
