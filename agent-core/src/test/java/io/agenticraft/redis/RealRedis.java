package io.agenticraft.redis;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.agenticraft.testing.Check;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A redis-server of the test's own, in memory and on a free port. Where there is none on the path the test is skipped, or
 * fails with {@code -Dredis.required=true}.
 */
public final class RealRedis implements AutoCloseable {
    private static final int TRIES = 5;

    private final Process process;
    private final int port;
    private final @Nullable String password;

    private RealRedis(Process process, int port, @Nullable String password) {
        this.process = process;
        this.port = port;
        this.password = password;
    }

    public static RealRedis start() {
        return start(freePort(), null);
    }

    static RealRedis withPassword(String password) {
        return start(freePort(), password, "--requirepass", password);
    }

    /** With further settings, such as {@code --databases 2}. */
    static RealRedis with(String... settings) {
        return start(freePort(), null, settings);
    }

    /** On a port that a server had before. */
    static RealRedis startAt(int port) {
        return start(port, null);
    }

    private static RealRedis start(int port, @Nullable String password, String... settings) {
        Path binary = binary();
        String lack = "There is no redis-server on the path; on Debian: apt-get install redis-server";
        assertFalse(binary == null && Boolean.getBoolean("redis.required"), lack);
        assumeTrue(binary != null, lack);
        for (int i = 0; i < TRIES; i++) {
            RealRedis redis = new RealRedis(launch(binary, port, settings), port, password);
            if (redis.comesUp()) {
                return redis;
            }
            redis.close();
            port = freePort();
        }
        throw new AssertionError("redis-server did not start on any of " + TRIES + " free ports");
    }

    private static @Nullable Path binary() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "redis-server"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    private static Process launch(@Nullable Path binary, int port, String... settings) {
        List<String> command = new ArrayList<>(List.of(
                String.valueOf(binary),
                "--port",
                "" + port,
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no"));
        command.addAll(List.of(settings));
        try {
            return new ProcessBuilder(command)
                    .directory(new File(System.getProperty("java.io.tmpdir")))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean comesUp() {
        boolean[] up = {false};
        Check.eventually("redis-server answers or has ended", () -> {
            up[0] = answers();
            return up[0] || !process.isAlive();
        });
        return up[0] && process.isAlive();
    }

    private boolean answers() {
        try {
            return command("PING").equals("+PONG");
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI uri() {
        return URI.create("redis://127.0.0.1:" + port);
    }

    int port() {
        return port;
    }

    /** Sends a command as one would type it, such as {@code DBSIZE}; gives the answer's first line. */
    public String command(String words) {
        return exchange(words, in -> String.valueOf(in.readLine()));
    }

    /** The same for an answer of many lines. */
    List<String> lines(String words) {
        return exchange(words, in -> {
            int length = Integer.parseInt(in.readLine().substring(1));
            char[] text = new char[length];
            for (int read = 0; read < length; ) {
                read += in.read(text, read, length - read);
            }
            return List.of(new String(text).split("\r\n", -1));
        });
    }

    private interface Reading<T> {
        T read(BufferedReader in) throws IOException;
    }

    private <T> T exchange(String words, Reading<T> reading) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(2_000);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            if (password != null) {
                send(socket, "AUTH " + password);
                in.readLine();
            }
            send(socket, words);
            return reading.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(Socket socket, String words) throws IOException {
        socket.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The process stands still: connections are accepted, and nothing is answered. */
    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
