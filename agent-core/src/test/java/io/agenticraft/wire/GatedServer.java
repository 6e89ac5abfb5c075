package io.agenticraft.wire;

import io.agenticraft.http.PoolStats;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;

/** What tests of pools have in common: a server, and a gate at which its answers can be held until the test's end. */
abstract class GatedServer {
    static final ModelRequest HELLO =
            ModelRequest.builder("m").messages(Message.user("Hello")).build();
    static final String ANSWER = "{\"choices\":[{\"message\":{\"content\":\"hi\"},\"finish_reason\":\"stop\"}]}";

    final WireServer server = WireServer.start();
    final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void stop() throws Exception {
        gate.countDown();
        server.close();
    }

    PoolStats pool() {
        return Pools.of(server.url(""));
    }
}
