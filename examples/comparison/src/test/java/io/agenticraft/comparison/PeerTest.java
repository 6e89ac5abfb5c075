package io.agenticraft.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A figure is worth something only if the library did what the scenario says. Each run checks the answer itself. */
@Timeout(120)
class PeerTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final AtomicInteger HEARD = new AtomicInteger();
    private static final int RUNS = 9;
    private static URI url = URI.create("http://127.0.0.1/");

    @BeforeAll
    static void start() throws Exception {
        HttpServer server = CannedServer.start(VERTX, 50, HEARD::incrementAndGet)
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        url = URI.create("http://127.0.0.1:" + server.actualPort() + "/v1");
    }

    @AfterAll
    static void stop() throws Exception {
        VERTX.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @CsvSource({
        "vertx,ASYNC",
        "vertx,BLOCKING",
        "vertx,TOOL",
        "vertx,STREAM",
        "openai-java,ASYNC",
        "openai-java,BLOCKING",
        "openai-java,STREAM",
        "langchain4j,BLOCKING",
        "langchain4j,TOOL",
        "langchain4j,STREAM",
        "spring-ai,BLOCKING",
        "spring-ai,TOOL",
        "spring-ai,STREAM",
        "agent-core,ASYNC",
        "agent-core,BLOCKING",
        "agent-core,TOOL",
        "agent-core,STREAM"
    })
    void run_makesItsCallsAndHearsTheCannedAnswer(String peer, Scenario scenario) throws Exception {
        Work work = Peer.named(peer).work(scenario, url);
        assertNotNull(work);
        int before = HEARD.get();
        for (int i = 0; i < RUNS; i++) { // a client once hung in one of nine first calls
            if (work instanceof Work.Blocking blocking) {
                blocking.run();
            } else {
                ((Work.Async) work).start().get(30, TimeUnit.SECONDS);
            }
        }
        assertEquals(RUNS * (scenario == Scenario.TOOL ? 2 : 1), HEARD.get() - before);
    }

    /** First calls of fresh clients, at once: nothing is warm, and none may wait for another. */
    @ParameterizedTest
    @ValueSource(strings = {"vertx", "openai-java", "langchain4j", "spring-ai", "agent-core"})
    void manyFreshClients_allAnswer(String peer) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(threads.submit(() -> {
                    Work work = Peer.named(peer).work(Scenario.BLOCKING, url);
                    ((Work.Blocking) Objects.requireNonNull(work)).run();
                    return null;
                }));
            }
            for (Future<?> call : calls) {
                call.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40})
    void streams_areCountedWhileAllAreOpen(int streams) throws Exception {
        URI slow = URI.create(url.toString().replace("/v1", "/slow/v1"));
        assertEquals(streams + " streams open at once of " + streams + " begun", ManyStreams.count(slow, streams));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "", "1 2 3", "1 2 3 many", "1,5 2 3 4"})
    void line_thatIsNoFigure_isRefused(String line) {
        assertThrows(RuntimeException.class, () -> Client.Figure.parse(line));
    }

    @Test
    void unknownLibrary_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> Peer.named("nobody"));
    }

    /** Bytes are counted by newer JDKs only. */
    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void figures_areOfWhatWasMeasured() throws Exception {
        Client.Figure figure = Client.measure((Work.Blocking) () -> Thread.sleep(5), 0, 1);

        assertTrue(figure.runsPerSecond() > 64 && figure.runsPerSecond() <= 64 * 200, figure.toString());
        assertTrue(figure.runsPerCpuSecond() > figure.runsPerSecond() / 4, figure.toString());
        assertTrue(figure.threads() >= Load.CONCURRENCY, figure.toString());
    }

    @Test
    void scenarioThatALibraryHasNot_isNone() {
        assertNull(Peer.named("openai-java").work(Scenario.TOOL, url));
    }

    @Test
    void otherAnswer_failsTheRun() {
        assertThrows(IllegalStateException.class, () -> Work.check(Scenario.ASYNC, "something else"));
    }

    @Test
    void figure_isReadBackAsItWasPrinted() {
        Client.Figure figure = new Client.Figure(1234.5, 16_500, 99.9, 7);
        assertEquals(figure, Client.Figure.parse(figure.toString()));
    }

    @Test
    void load_countsRunsAndStops() throws Exception {
        Work work = Peer.named("agent-core").work(Scenario.ASYNC, url);
        assertNotNull(work);
        Load load = new Load();
        load.start(work);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (load.runs() < 100 && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
        load.stop();
        assertEquals(100, Math.min(100, load.runs()));
    }

    @Test
    void loadWhoseRunFails_saysSo() throws Exception {
        Load load = new Load();
        load.start((Work.Blocking) () -> {
            throw new IllegalStateException("broken");
        });
        load.stop();
        assertThrows(IllegalStateException.class, load::runs);
    }

    @Test
    void median_isTheMiddleOrBetweenTheTwo() {
        assertEquals(2, Comparison.median(List.of(3.0, 1.0, 2.0)));
        assertEquals(2.5, Comparison.median(List.of(1.0, 2.0, 3.0, 9.0)));
    }
}
