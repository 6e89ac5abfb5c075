package io.agenticraft.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.testing.Answers;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What the loop itself costs, everything on one thread and with answers that cost nothing. */
class RunAllocationTest {
    private static final int ROUNDS = 3_000;
    private static final long MAX_BYTES_PER_RUN = 5_000;

    @Test
    void runWithOneToolAndTwoCalls_allocatesLittle() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Agent agent = Agents.on(new Canned())
                .instructions("be brief")
                .tool(Agents.weather())
                .executor(Runnable::run)
                .build();
        run(agent);
        long before = threads.getCurrentThreadAllocatedBytes();
        run(agent);
        long perRun = (threads.getCurrentThreadAllocatedBytes() - before) / ROUNDS;
        assertTrue(perRun < MAX_BYTES_PER_RUN, "allocated " + perRun + " B per run");
    }

    private static void run(Agent agent) {
        for (int i = 0; i < ROUNDS; i++) {
            assertEquals("done", agent.run("go").text());
        }
    }

    /** Asks for the weather where the conversation is short. */
    private static final class Canned implements ModelProvider {
        private final CompletableFuture<ModelResponse> call =
                CompletableFuture.completedFuture(Answers.calls(Answers.call("c1", "weather", "{\"city\":\"Graz\"}")));
        private final CompletableFuture<ModelResponse> text = CompletableFuture.completedFuture(Answers.text("done"));

        @Override
        public String name() {
            return "canned";
        }

        @Override
        public CompletableFuture<ModelResponse> complete(ModelRequest request) {
            return request.messages().size() < 3 ? call : text;
        }

        @Override
        public CompletableFuture<ModelResponse> stream(ModelRequest request, EventSink sink) {
            return complete(request);
        }
    }
}
