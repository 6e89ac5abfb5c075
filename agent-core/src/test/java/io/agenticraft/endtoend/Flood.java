package io.agenticraft.endtoend;

import io.agenticraft.testing.Check;
import io.agenticraft.wire.Replies;
import io.agenticraft.wire.WireServer.Received;
import io.agenticraft.wire.WireServer.Reply;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Streams many pieces as fast as the client takes them, and counts them. */
final class Flood implements Reply {
    static final String TEXT = "0123456789".repeat(20);
    private static final long STUCK_NANOS = 300_000_000;

    private final Dialect dialect;
    private final int total;
    private volatile long sent;

    Flood(Dialect dialect, int total) {
        this.dialect = dialect;
        this.total = total;
    }

    @Override
    public void write(Socket socket, Received request) throws Exception {
        Replies.head(socket, 200, Map.of("content-type", dialect.streamType()), "transfer-encoding: chunked");
        List<String> frame = dialect.stream(List.of(TEXT));
        String piece = dialect.piece(TEXT);
        int at = frame.indexOf(piece);
        send(socket, String.join("", frame.subList(0, at)));
        byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < total; i++) {
            Replies.chunk(socket, bytes);
            sent = i + 1L;
        }
        send(socket, String.join("", frame.subList(at + 1, frame.size())));
        Replies.end(socket);
    }

    private static void send(Socket socket, String text) throws Exception {
        if (!text.isEmpty()) {
            Replies.chunk(socket, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** How many pieces had been sent when none was for a while. */
    long sentWhenStuck() {
        long[] seen = {-1, System.nanoTime()};
        Check.eventually("the server is held back", () -> {
            if (sent != seen[0]) {
                seen[0] = sent;
                seen[1] = System.nanoTime();
            }
            return System.nanoTime() - seen[1] > STUCK_NANOS;
        });
        return seen[0];
    }
}
