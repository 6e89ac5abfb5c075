package io.agenticraft.simulator;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running simulator of model providers. */
public final class Simulator implements AutoCloseable {

    private static final int START_SECONDS = 30;
    private static final int STOP_SECONDS = 10;

    private final Vertx vertx;
    private final SimulatorOptions options;
    private final ServerVerticle.Port port;
    private final Recorder recorder;

    private Simulator(Vertx vertx, SimulatorOptions options, ServerVerticle.Port port, Recorder recorder) {
        this.vertx = vertx;
        this.options = options;
        this.port = port;
        this.recorder = recorder;
    }

    /** Starts with the default options: on a free port of the loopback. */
    public static Simulator start() {
        return start(SimulatorOptions.defaults());
    }

    /**
     * Starts and returns when it listens. Its threads do not keep a JVM alive.
     *
     * @throws UncheckedIOException when it cannot listen there, as on a busy port
     */
    public static Simulator start(SimulatorOptions options) {
        return start(options, InstantSource.system());
    }

    static Simulator start(SimulatorOptions options, InstantSource clock) {
        Recorder recorder = new Recorder(options.maxRecorded());
        Routes routes = new Routes(options, new Engine(options, clock), recorder);
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setUseDaemonThread(true)
                .setEventLoopPoolSize(options.eventLoops())
                .setWorkerPoolSize(1)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        ServerVerticle.Port port = new ServerVerticle.Port(options.host(), options.port());
        try {
            await(
                    vertx.deployVerticle(
                            () -> new ServerVerticle(routes, port),
                            new DeploymentOptions().setInstances(options.eventLoops())),
                    START_SECONDS);
            return new Simulator(vertx, options, port, recorder);
        } catch (UncheckedIOException e) {
            stop(vertx);
            throw e;
        }
    }

    /** The port it listens on. */
    public int port() {
        return port.actual();
    }

    /** Where it is, such as {@code http://127.0.0.1:8089}: without a slash at its end and without {@code /v1}. */
    public String baseUrl() {
        boolean v6 = options.host().indexOf(':') >= 0;
        return "http://" + (v6 ? "[" + options.host() + "]" : options.host()) + ":" + port();
    }

    /** The newest requests for answers, oldest first; at most {@link SimulatorOptions#maxRecorded()}. */
    public List<RecordedRequest> requests() {
        return recorder.all();
    }

    /** Forgets the recorded requests. */
    public void clearRequests() {
        recorder.clear();
    }

    /** Stops listening and breaks what is under way. */
    @Override
    public void close() {
        stop(vertx);
    }

    private static void stop(Vertx vertx) {
        await(vertx.close(), STOP_SECONDS);
    }

    private static void await(Future<?> future, int seconds) {
        try {
            future.await(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw failure("no answer in " + seconds + " s", e);
        } catch (Exception e) {
            throw failure(String.valueOf(e.getMessage()), e);
        }
    }

    private static UncheckedIOException failure(String message, Exception cause) {
        return new UncheckedIOException(message, new IOException(message, cause));
    }
}
