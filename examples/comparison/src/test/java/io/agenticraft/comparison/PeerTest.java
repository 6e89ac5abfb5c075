package io.agenticraft.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A figure is worth something only if the library did what the scenario says. Each run checks the answer itself. */
class PeerTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static URI url = URI.create("http://127.0.0.1/");

    @BeforeAll
    static void start() throws Exception {
        HttpServer server = CannedServer.start(VERTX)
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
    void run_hearsTheCannedAnswer(String peer, Scenario scenario) throws Exception {
        Work work = Peer.named(peer).work(scenario, url);
        assertNotNull(work);
        if (work instanceof Work.Blocking blocking) {
            blocking.run();
        } else {
            ((Work.Async) work).start().get(30, TimeUnit.SECONDS);
        }
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
