package io.agenticraft.redis;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Understands what a client of Redis sends, and answers whatever bytes it is told to, or not at all. */
public final class FakeRedis implements AutoCloseable {

    /** The bytes to answer a command with; null for no answer. An {@link IOException} closes the connection. */
    @FunctionalInterface
    public interface Answerer {
        @Nullable
        String answer(List<String> command) throws IOException;
    }

    private final ServerSocket server;
    private final List<List<String>> commands = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile Answerer answerer;

    private FakeRedis(ServerSocket server, Answerer answerer) {
        this.server = server;
        this.answerer = answerer;
    }

    /** Greets each client as a server should; further commands go to {@code then}. */
    public static FakeRedis greeting(Answerer then) {
        return start(command -> command.get(0).equalsIgnoreCase("HELLO") ? "*0\r\n" : then.answer(command));
    }

    public static FakeRedis start(Answerer answerer) {
        try {
            FakeRedis redis = new FakeRedis(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answerer);
            daemon(redis::accept);
            return redis;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "fake-redis");
        thread.setDaemon(true);
        thread.start();
    }

    public URI uri() {
        return URI.create("redis://127.0.0.1:" + server.getLocalPort());
    }

    /** All commands so far, greetings too. */
    public List<List<String>> commands() {
        return commands;
    }

    int connections() {
        return sockets.size();
    }

    /** How many connections are open at this end. */
    long open() {
        return sockets.stream().filter(socket -> !socket.isClosed()).count();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                daemon(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            for (List<String> command = read(in); !command.isEmpty(); command = read(in)) {
                commands.add(command);
                String answer = answerer.answer(command);
                if (answer != null) {
                    out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
                    out.flush();
                }
            }
        } catch (IOException e) {
            // The client has gone, or the connection shall end: both are what some tests are about.
        }
    }

    private static List<String> read(InputStream in) throws IOException {
        String head = line(in);
        if (!head.startsWith("*")) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        for (int i = Integer.parseInt(head.substring(1)); i > 0; i--) {
            int length = Integer.parseInt(line(in).substring(1));
            words.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
            line(in);
        }
        return words;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
