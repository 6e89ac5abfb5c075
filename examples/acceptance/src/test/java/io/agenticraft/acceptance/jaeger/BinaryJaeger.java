package io.agenticraft.acceptance.jaeger;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts a Jaeger binary on free ports of the loopback interface, in a temporary folder.
 *
 * @param binary the program
 */
record BinaryJaeger(Path binary) implements JaegerSource {

    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 3;

    @Override
    public String describe() {
        return "the binary " + binary;
    }

    /** A port that was free may be taken by the time Jaeger binds it, so a failed start is tried again on others. */
    @Override
    public Jaeger start() throws Exception {
        IOException failure = new IOException("not started");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return startOnce();
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }

    private Jaeger startOnce() throws IOException, InterruptedException {
        List<Integer> ports = freePorts(5);
        Path folder = Files.createTempDirectory("agenticraft-jaeger-");
        Path config = Files.writeString(folder.resolve("config.yaml"), JaegerConfig.yaml("127.0.0.1", ports));
        File log = folder.resolve("jaeger.log").toFile();
        ProcessBuilder builder = new ProcessBuilder(binary.toString(), "--config", config.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log);
        builder.environment().keySet().removeIf(name -> name.startsWith("OTEL_"));
        Endpoints endpoints = Endpoints.of("127.0.0.1", ports.get(0), ports.get(1), ports.get(2), ports.get(3));
        JaegerProcess process = new JaegerProcess(builder.start(), folder, endpoints);
        try {
            Readiness.await(endpoints.query(), START_LIMIT, process::isAlive);
            return process;
        } catch (IOException e) {
            String output = Files.readString(log.toPath());
            process.close();
            throw new IOException(e.getMessage() + "; its output:\n" + output, e);
        }
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }
}
