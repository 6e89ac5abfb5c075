package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SimulatorTest {

    private static final String BODY =
            "{\"model\":\"gpt-4o-mini\",\"messages\":[{\"role\":\"user\",\"content\":\"%d\"}]}";

    @Test
    void freePort_isSharedByAllEventLoops() {
        SimulatorOptions options = SimulatorOptions.builder().eventLoops(4).build();
        try (Simulator simulator = Simulator.start(options)) {
            assertEquals("http://127.0.0.1:" + simulator.port(), simulator.baseUrl());
            List<CompletableFuture<String>> answers = IntStream.range(0, 100)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> Http.openAi(simulator, BODY.formatted(i)).body()))
                    .toList();
            for (int i = 0; i < answers.size(); i++) {
                assertTrue(answers.get(i).join().contains("answer to: " + i + "\""));
            }
            assertEquals(100, simulator.requests().size());
        }
    }

    @Test
    void addressOfVersion6_standsInBrackets() {
        SimulatorOptions options = SimulatorOptions.builder().host("::1").build();
        try (Simulator simulator = Simulator.start(options)) {
            assertEquals("http://[::1]:" + simulator.port(), simulator.baseUrl());
        } catch (UncheckedIOException e) {
            assumeTrue(false, "no IPv6 here");
        }
    }

    @Test
    void busyPort_isRefused() {
        try (Simulator first = Simulator.start()) {
            SimulatorOptions same =
                    SimulatorOptions.builder().port(first.port()).build();
            assertThrows(UncheckedIOException.class, () -> Simulator.start(same));
            assertEquals(200, Http.openAi(first, BODY.formatted(1)).statusCode());
        }
    }

    @Test
    void closed_refusesConnections() {
        Simulator simulator = Simulator.start();
        int port = simulator.port();
        simulator.close();
        assertThrows(ConnectException.class, () -> new Socket(InetAddress.getLoopbackAddress(), port).close());
    }

    @Test
    void unknownPaths_haveTheErrorsOfTheirApi() {
        try (Simulator simulator = Simulator.start()) {
            assertTrue(Http.json(Http.get(simulator, "/v1/nothing"))
                    .at("/error/type")
                    .isTextual());
            assertTrue(
                    Http.json(Http.get(simulator, "/api/nothing")).path("error").isTextual());
            assertEquals(
                    "not_found_error",
                    Http.json(Http.get(simulator, "/v1/nothing", "anthropic-version", "2023-06-01"))
                            .at("/error/type")
                            .asText());
            assertEquals(404, Http.get(simulator, "/v1/chat/completions").statusCode());
        }
    }

    @Test
    void models_needAGoodKey() {
        try (Simulator simulator = Simulator.start()) {
            assertEquals(401, Http.get(simulator, "/v1/models").statusCode());
            assertEquals(
                    401,
                    Http.get(simulator, "/v1/models", "authorization", "Bearer bad")
                            .statusCode());
            assertEquals(
                    Models.DEFAULTS,
                    Http.json(Http.get(simulator, "/v1/models", "authorization", "Bearer k"))
                            .path("data")
                            .findValuesAsText("id"));
        }
    }
}
