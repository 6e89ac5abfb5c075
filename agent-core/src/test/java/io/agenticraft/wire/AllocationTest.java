package io.agenticraft.wire;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.openai.OpenAi;
import io.agenticraft.provider.ModelProvider;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a call may allocate on the caller's thread and the event loops, Vert.x and Netty included. */
class AllocationTest {
    private static final long MAX_BYTES_OF_A_CALL = 30_000;
    private static final long MAX_BYTES_OF_100_CHUNKS = 200_000;
    private static final ModelRequest HELLO =
            ModelRequest.builder("m").messages(Message.user("Hello")).build();

    private interface Call {
        void make() throws Exception;
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long sum = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().startsWith("vert.x-eventloop")) {
                sum += threads.getThreadAllocatedBytes(thread.getThreadId());
            }
        }
        return sum;
    }

    /** Bytes per call once the pools are warm. */
    private static long perCall(int calls, Call call) throws Exception {
        for (int i = 0; i < calls; i++) {
            call.make();
        }
        long before = allocated();
        for (int i = 0; i < calls; i++) {
            call.make();
        }
        return (allocated() - before) / calls;
    }

    @Test
    void call_staysWithinItsBounds() throws Exception {
        assumeTrue(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean, "This JVM does not count allocations");
        List<String> chunks = new ArrayList<>(Collections.nCopies(100, Speech.OPENAI.text("word")));
        chunks.add(Speech.OPENAI.end);
        try (WireServer server = WireServer.start();
                ModelProvider provider = new OpenAi().create(Calls.spec("openai", server.url("/v1")))) {
            server.always(
                    Replies.json("{\"choices\":[{\"message\":{\"content\":\"Bye\"},\"finish_reason\":\"stop\"}]}"));
            long call = perCall(500, () -> Calls.await(provider.complete(HELLO)));
            server.always(Replies.chunked(Speech.OPENAI.contentType, chunks.toArray(String[]::new)));
            long stream = perCall(100, () -> Calls.await(provider.stream(HELLO, event -> {})));

            assertTrue(call <= MAX_BYTES_OF_A_CALL, () -> call + " bytes a call");
            assertTrue(stream <= MAX_BYTES_OF_100_CHUNKS, () -> stream + " bytes a stream of 100 chunks");
        }
    }
}
