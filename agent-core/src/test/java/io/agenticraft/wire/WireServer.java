package io.agenticraft.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Serves HTTP/1.1 from a bare socket, byte by byte as told: each request takes the next reply. */
public final class WireServer implements AutoCloseable {

    /** A request as it came. Header names are in lower case. */
    public record Received(String method, String path, Map<String, String> headers, String body) {}

    /** Writes an answer to a request. */
    @FunctionalInterface
    public interface Reply {
        void write(Socket socket, Received request) throws Exception;
    }

    private final ServerSocket server;
    private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private @Nullable Reply always;

    private WireServer(ServerSocket server) {
        this.server = server;
    }

    public static WireServer start() {
        return start(InetAddress.getLoopbackAddress());
    }

    static WireServer start(InetAddress address) {
        try {
            WireServer server = new WireServer(new ServerSocket(0, 50, address));
            daemon("wire-server", server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Queues the reply to one request. */
    public WireServer reply(Reply reply) {
        replies.add(reply);
        return this;
    }

    /** Replies to every request that finds no queued reply. */
    public WireServer always(Reply reply) {
        always = reply;
        return this;
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
    }

    public List<Received> received() {
        return received;
    }

    public Received last() {
        return received.get(received.size() - 1);
    }

    public int connections() {
        return sockets.size();
    }

    /** Those that neither side has closed. */
    public int openConnections() {
        return (int) sockets.stream().filter(socket -> !socket.isClosed()).count();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                daemon("wire-connection", () -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (Received request = read(in); request != null; request = read(in)) {
                received.add(request);
                Reply next = replies.poll();
                Reply reply = next != null ? next : always;
                if (reply == null) {
                    return;
                }
                reply.write(socket, request);
            }
        } catch (Exception e) {
            // The client has gone, or the server is closed: both are what some tests are about.
        }
    }

    private static @Nullable Received read(InputStream in) throws IOException {
        String start = line(in);
        if (start == null || start.isEmpty()) {
            return null;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        String[] words = start.split(" ", -1);
        return new Received(words[0], words[1], headers, body);
    }

    private static @Nullable String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                return line.toString();
            }
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.isEmpty() ? null : line.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
