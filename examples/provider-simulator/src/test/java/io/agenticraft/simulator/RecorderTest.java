package io.agenticraft.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RecorderTest {

    private static final String BODY = "{\"model\":\"m%d\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";

    private static void send(Simulator simulator, int number) {
        Http.post(
                simulator,
                "/v1/chat/completions?trace=1",
                BODY.formatted(number),
                "Authorization",
                "Bearer sk-very-secret",
                "X-Api-Key",
                "sk-very-secret",
                "Traceparent",
                "00-abc");
    }

    @Test
    void requests_areKeptWithoutCredentials() {
        try (Simulator simulator = Simulator.start()) {
            send(simulator, 1);
            RecordedRequest request = simulator.requests().get(0);
            assertEquals("openai", request.dialect());
            assertEquals("POST", request.method());
            assertEquals("/v1/chat/completions", request.path());
            assertEquals("trace=1", request.query());
            assertEquals("00-abc", request.headers().get("traceparent"));
            assertEquals("***", request.headers().get("authorization"));
            assertEquals("***", request.headers().get("x-api-key"));
            assertEquals(BODY.formatted(1), request.body());
            assertFalse(request.toString().contains("sk-very-secret"));
        }
    }

    @Test
    void oldestRequests_areForgotten() {
        SimulatorOptions options = SimulatorOptions.builder().maxRecorded(2).build();
        try (Simulator simulator = Simulator.start(options)) {
            for (int i = 1; i <= 3; i++) {
                send(simulator, i);
            }
            List<RecordedRequest> requests = simulator.requests();
            assertEquals(2, requests.size());
            assertTrue(requests.get(0).body().contains("m2"));
            simulator.clearRequests();
            assertEquals(List.of(), simulator.requests());
        }
    }

    @Test
    void noCapacity_keepsNothing() {
        SimulatorOptions options = SimulatorOptions.builder().maxRecorded(0).build();
        try (Simulator simulator = Simulator.start(options)) {
            send(simulator, 1);
            assertEquals(List.of(), simulator.requests());
        }
    }
}
