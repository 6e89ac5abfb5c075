package io.agenticraft.wire;

import io.agenticraft.wire.WireServer.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/** Replies of a {@link WireServer}. */
public final class Replies {
    public static final String JSON = "application/json";
    public static final String EVENTS = "text/event-stream; charset=utf-8";
    public static final String LINES = "application/x-ndjson";

    private Replies() {}

    public static Reply json(String body) {
        return response(200, Map.of("content-type", JSON), body);
    }

    public static Reply response(int status, Map<String, String> headers, String body) {
        return (socket, request) -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            head(socket, status, headers, "content-length: " + bytes.length);
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        };
    }

    /** A body in chunks of the chunked encoding, each written and flushed by itself. */
    public static Reply chunked(String contentType, String... chunks) {
        return (socket, request) -> {
            head(socket, 200, Map.of("content-type", contentType), "transfer-encoding: chunked");
            for (String chunk : chunks) {
                chunk(socket, chunk.getBytes(StandardCharsets.UTF_8));
            }
            end(socket);
        };
    }

    /** The body cut at random places, each part in a chunk and a packet of its own. */
    public static Reply split(int status, Map<String, String> headers, byte[] body, Random random) {
        return (socket, request) -> {
            head(socket, status, headers, "transfer-encoding: chunked");
            int at = 0;
            while (at < body.length) {
                int next = Math.min(body.length, at + 1 + random.nextInt(random.nextInt(10) == 0 ? 2000 : 40));
                chunk(socket, Arrays.copyOfRange(body, at, next));
                at = next;
            }
            end(socket);
        };
    }

    /** Some of a body, then the connection is closed. */
    public static Reply cut(String contentType, String some) {
        return (socket, request) -> {
            head(socket, 200, Map.of("content-type", contentType), "transfer-encoding: chunked");
            chunk(socket, some.getBytes(StandardCharsets.UTF_8));
            socket.close();
        };
    }

    /** Some of a body, then silence until the gate opens. */
    public static Reply stalled(String contentType, String some, CountDownLatch gate) {
        return (socket, request) -> {
            head(socket, 200, Map.of("content-type", contentType), "transfer-encoding: chunked");
            chunk(socket, some.getBytes(StandardCharsets.UTF_8));
            gate.await();
            end(socket);
        };
    }

    /** Not even a head until the gate opens. */
    public static Reply silent(CountDownLatch gate) {
        return (socket, request) -> gate.await();
    }

    /** Bytes as they are, then the connection is closed. */
    public static Reply raw(String bytes) {
        return (socket, request) -> {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
            socket.close();
        };
    }

    public static void head(Socket socket, int status, Map<String, String> headers, String framing) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append(framing).append("\r\n\r\n");
        socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    public static void chunk(Socket socket, byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    public static void end(Socket socket) throws IOException {
        socket.getOutputStream().write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }
}
