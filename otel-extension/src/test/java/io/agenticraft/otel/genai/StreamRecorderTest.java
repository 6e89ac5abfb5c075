package io.agenticraft.otel.genai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.otel.testing.Facts;
import io.agenticraft.otel.testing.TestTelemetry;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StreamRecorderTest {
    private final TestTelemetry recorded = new TestTelemetry();
    private final Telemetry telemetry = Telemetry.of(recorded.openTelemetry());

    private StreamRecorder recorder() {
        return new StreamRecorder(
                Inference.start(telemetry, Facts.streaming(), Context.root()), Facts.response("resp-7", 10L, 2L));
    }

    private SpanData span() {
        return recorded.span("chat gpt-4o");
    }

    @Test
    void readToTheEnd_isAnOrdinaryEnd() {
        StreamRecorder recorder = recorder();
        recorder.watch(new Object());
        recorder.chunk();
        recorder.finished();
        recorder.closed();

        assertEquals("resp-7", span().getAttributes().get(GenAi.RESPONSE_ID));
        assertNull(span().getAttributes().get(GenAi.STREAM_END));
        assertEquals(StatusCode.UNSET, span().getStatus().getStatusCode());
    }

    @Test
    void closedEarly_saysSoAndKeepsWhatArrived() {
        StreamRecorder recorder = recorder();
        recorder.chunk();
        recorder.closed();

        assertEquals(GenAi.STREAM_CLOSED, span().getAttributes().get(GenAi.STREAM_END));
        assertEquals(10, span().getAttributes().get(GenAi.USAGE_INPUT_TOKENS));
        assertEquals(StatusCode.UNSET, span().getStatus().getStatusCode());
    }

    @Test
    void failed_keepsWhatArrived() {
        StreamRecorder recorder = recorder();
        recorder.chunk();
        recorder.failed(new IllegalStateException(), "server_error");

        assertEquals("server_error", span().getAttributes().get(GenAi.ERROR_TYPE));
        assertEquals("resp-7", span().getAttributes().get(GenAi.RESPONSE_ID));
    }

    @Test
    void abandoned_endsWithItsLastChunk() {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        long lastChunk = abandonOne();
        while (recorded.spans().isEmpty() && System.nanoTime() < deadline) {
            System.gc();
            Thread.onSpinWait();
        }

        assertEquals(GenAi.STREAM_ABANDONED, span().getAttributes().get(GenAi.STREAM_END));
        assertEquals("resp-7", span().getAttributes().get(GenAi.RESPONSE_ID));
        long latest = TimeUnit.MILLISECONDS.toNanos(lastChunk + 50);
        assertTrue(span().getEndEpochNanos() < latest, () -> "ended at " + span().getEndEpochNanos());
        assertTrue(span().getEndEpochNanos() >= span().getStartEpochNanos());
    }

    /** A method of its own, so that no frame holds the stream afterwards. */
    private long abandonOne() {
        StreamRecorder recorder = recorder();
        Object consumer = new Object();
        try {
            recorder.watch(consumer);
            recorder.chunk();
            return System.currentTimeMillis();
        } finally {
            // Until here somebody reads; a collection in between would end the span before its chunk.
            Reference.reachabilityFence(consumer);
        }
    }

    @Test
    void manyEndsAtOnce_areOne() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Random random = new Random(7);
        int rounds = 300;
        for (int round = 0; round < rounds; round++) {
            race(threads, endings(recorder(), random));
        }
        threads.shutdown();

        assertEquals(rounds, recorded.spans().size());
        assertEquals(
                rounds,
                recorded.metric(GenAi.INFERENCE_DURATION).getHistogramData().getPoints().stream()
                        .mapToLong(point -> point.getCount())
                        .sum());
        for (SpanData span : recorded.spans()) {
            boolean failed = span.getStatus().getStatusCode() == StatusCode.ERROR;
            boolean left = span.getAttributes().get(GenAi.STREAM_END) != null;
            assertTrue(!(failed && left), () -> "ended in two ways: " + span);
        }
    }

    private static List<Runnable> endings(StreamRecorder recorder, Random random) {
        Object stream = new Object();
        recorder.watch(stream);
        List<Runnable> endings = new ArrayList<>(List.of(
                recorder::finished, recorder::closed, () -> recorder.failed(new IllegalStateException(), null), () -> {
                    recorder.chunk();
                    recorder.finished();
                }));
        Collections.shuffle(endings, random);
        return endings;
    }

    private static void race(ExecutorService threads, List<Runnable> endings) throws Exception {
        CyclicBarrier start = new CyclicBarrier(endings.size());
        List<Future<?>> racing = new ArrayList<>();
        for (Runnable ending : endings) {
            racing.add(threads.submit(() -> {
                start.await(10, TimeUnit.SECONDS);
                ending.run();
                return null;
            }));
        }
        for (Future<?> one : racing) {
            one.get(10, TimeUnit.SECONDS);
        }
    }
}
