package io.agenticraft.otel.genai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.otel.testing.Facts;
import io.agenticraft.otel.testing.TestTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class InferenceTest {
    private final TestTelemetry recorded = new TestTelemetry();
    private final Telemetry telemetry = Telemetry.of(recorded.openTelemetry());

    private Inference start(InferenceRequest request) {
        return Inference.start(telemetry, request, Context.root());
    }

    @Test
    void modelUnknown_nameIsTheOperation() {
        start(new Facts.Request("text_completion", null, false)).end(Facts.response(null, null, null));

        SpanData span = recorded.span("text_completion");
        assertNull(span.getAttributes().get(GenAi.REQUEST_MODEL));
    }

    @Test
    void samplingAttributes_areThereBeforeTheSpanStarts() {
        List<Attributes> seen = new ArrayList<>();
        TestTelemetry sampled = new TestTelemetry(new StartWatcher(seen));

        Inference.start(Telemetry.of(sampled.openTelemetry()), new WithAddress(), Context.root())
                .end(Facts.response(null, null, null));

        assertEquals("chat", seen.get(0).get(GenAi.OPERATION_NAME));
        assertEquals("openai", seen.get(0).get(GenAi.PROVIDER_NAME));
        assertEquals("gpt-4o", seen.get(0).get(GenAi.REQUEST_MODEL));
        assertEquals("models.example", seen.get(0).get(GenAi.SERVER_ADDRESS));
        assertEquals(443, seen.get(0).get(GenAi.SERVER_PORT));
        assertEquals(3, seen.get(0).get(GenAi.REQUEST_CHOICE_COUNT));
    }

    private record WithAddress() implements InferenceRequest {
        @Override
        public String provider() {
            return "openai";
        }

        @Override
        public String model() {
            return "gpt-4o";
        }

        @Override
        public String serverAddress() {
            return "models.example";
        }

        @Override
        public Long choiceCount() {
            return 3L;
        }
    }

    @Test
    void endedTwice_firstCounts() {
        Inference inference = start(Facts.request());
        inference.end(Facts.response("first", 10L, 2L));
        inference.end(Facts.response("second", 10L, 2L));
        inference.fail(new IllegalStateException(), null, null);
        inference.leave(GenAi.STREAM_CLOSED, Facts.response("third", 10L, 2L));

        SpanData span = recorded.span("chat gpt-4o");
        assertEquals("first", span.getAttributes().get(GenAi.RESPONSE_ID));
        assertEquals(StatusCode.UNSET, span.getStatus().getStatusCode());
        assertEquals(
                1,
                recorded.point(
                                GenAi.INFERENCE_DURATION,
                                m -> m.getHistogramData().getPoints())
                        .getCount());
    }

    @Test
    void tokens_areCountedByModality() {
        start(Facts.request()).end(Facts.response(null, 10L, 2L));

        LongPointData input = recorded.point(
                GenAi.INFERENCE_USAGE + "input_tokens", m -> m.getLongSumData().getPoints());
        assertEquals(10, input.getValue());
        assertEquals("unknown", input.getAttributes().get(GenAi.TOKEN_MODALITY));
        assertFalse(recorded.metrics().containsKey(GenAi.INFERENCE_USAGE + "cache_read.input_tokens"));
    }

    @Test
    void tokensUnknown_areNotZero() {
        start(Facts.request()).end(Facts.response(null, null, null));

        SpanData span = recorded.span("chat gpt-4o");
        assertNull(span.getAttributes().get(GenAi.USAGE_INPUT_TOKENS));
        assertFalse(recorded.metrics().containsKey(GenAi.INFERENCE_OPERATION_INPUT_TOKENS));
    }

    @Test
    void failure_isClassNameAndCode() {
        start(Facts.request()).fail(new IllegalStateException("said"), "rate_limit_exceeded", null);
        start(Facts.request()).fail(new IllegalStateException("said"), null, null);

        List<SpanData> spans = recorded.spans();
        assertEquals("rate_limit_exceeded", spans.get(0).getAttributes().get(GenAi.ERROR_TYPE));
        assertEquals(
                "java.lang.IllegalStateException", spans.get(1).getAttributes().get(GenAi.ERROR_TYPE));
        assertEquals("java.lang.IllegalStateException", spans.get(1).getStatus().getDescription());
    }

    @Test
    void cancellation_isAnErrorOfItsOwnKind() {
        start(Facts.request()).fail(new CancellationException(), "ignored", null);

        SpanData span = recorded.span("chat gpt-4o");
        assertEquals(GenAi.ERROR_CANCELLED, span.getAttributes().get(GenAi.ERROR_TYPE));
        assertEquals(StatusCode.ERROR, span.getStatus().getStatusCode());
    }

    @Test
    void begun_isKnownEvenIfNothingElseComes() {
        Inference inference = start(Facts.streaming());
        inference.begun("resp-7", "gpt-4o-2024");
        inference.fail(new IllegalStateException(), null, null);

        SpanData span = recorded.span("chat gpt-4o");
        assertEquals("resp-7", span.getAttributes().get(GenAi.RESPONSE_ID));
        assertEquals(
                "gpt-4o-2024",
                recorded.point(
                                GenAi.INFERENCE_DURATION,
                                m -> m.getHistogramData().getPoints())
                        .getAttributes()
                        .get(GenAi.RESPONSE_MODEL));
    }

    @Test
    void chunks_areMeasuredOneByOne() {
        Inference inference = start(Facts.streaming());
        inference.chunk();
        inference.chunk();
        inference.chunk();
        inference.end(Facts.response(null, null, null));

        assertEquals(1, points(GenAi.INFERENCE_TIME_TO_FIRST_CHUNK).getCount());
        assertEquals(2, points(GenAi.INFERENCE_TIME_PER_OUTPUT_CHUNK).getCount());
        assertNotNull(recorded.span("chat gpt-4o").getAttributes().get(GenAi.RESPONSE_TIME_TO_FIRST_CHUNK));
    }

    private HistogramPointData points(String metric) {
        return recorded.point(metric, m -> m.getHistogramData().getPoints());
    }

    @Test
    void chunksOfACallThatDoesNotStream_areNotMeasured() {
        Inference inference = start(Facts.request());
        inference.chunk();
        inference.end(Facts.response(null, null, null));

        assertFalse(recorded.metrics().containsKey(GenAi.INFERENCE_TIME_TO_FIRST_CHUNK));
    }

    @Test
    void failingView_isSwallowedAndCounted() {
        long before = Failures.total();
        Inference inference = start(new BrokenRequest());
        inference.chunk();
        inference.end(Facts.response(null, null, null));

        assertTrue(recorded.spans().isEmpty());
        assertEquals(before + 1, Failures.total());
    }

    private record BrokenRequest() implements InferenceRequest {
        @Override
        public String provider() {
            throw new IllegalStateException("broken view");
        }

        @Override
        public String model() {
            return "gpt-4o";
        }
    }

    @Test
    void failingResponse_stillEndsTheSpan() {
        long before = Failures.total();
        start(Facts.request()).end(new InferenceResponse() {
            @Override
            public String id() {
                throw new IllegalStateException("broken view");
            }
        });

        assertEquals(1, recorded.spans().size());
        assertEquals(before + 1, Failures.total());
    }

    @Test
    void inner_tellsTheOuterWhatItKnows() {
        Inference outer = start(Facts.streaming());
        Inference inner = Inference.start(telemetry, Facts.streaming(), outer.context());
        inner.begun("resp-7", "gpt-4o-2024");
        inner.chunk();
        inner.end(new Facts.Response(
                "resp-7",
                "gpt-4o-2024",
                List.of("stop"),
                10L,
                2L,
                Attributes.of(AttributeKey.stringKey("openai.response.service_tier"), "default")));
        outer.end(Facts.response(null, 11L, null));

        SpanData span = recorded.span("chat gpt-4o");
        assertEquals("resp-7", span.getAttributes().get(GenAi.RESPONSE_ID));
        assertEquals("gpt-4o-2024", span.getAttributes().get(GenAi.RESPONSE_MODEL));
        assertEquals(List.of("stop"), span.getAttributes().get(GenAi.RESPONSE_FINISH_REASONS));
        assertEquals(11, span.getAttributes().get(GenAi.USAGE_INPUT_TOKENS));
        assertEquals(2, span.getAttributes().get(GenAi.USAGE_OUTPUT_TOKENS));
        assertEquals("default", span.getAttributes().get(GenAi.OPENAI_RESPONSE_SERVICE_TIER));
        assertNotNull(span.getAttributes().get(GenAi.RESPONSE_TIME_TO_FIRST_CHUNK));
        assertEquals(1, points(GenAi.INFERENCE_DURATION).getCount());
        assertEquals(2, points(GenAi.INFERENCE_OPERATION_OUTPUT_TOKENS).getSum());
    }

    @Test
    void innerAfterTheOuterHasEnded_isACallOfItsOwn() {
        Inference outer = start(Facts.request());
        outer.end(Facts.response(null, null, null));
        Inference.start(telemetry, Facts.request(), outer.context()).end(Facts.response(null, null, null));

        assertEquals(2, recorded.spans().size());
    }

    @Test
    void innerOfAnotherOperation_isACallOfItsOwn() {
        Inference outer = start(Facts.request());
        Inference.start(telemetry, new Facts.Request("embeddings", "small", false), outer.context())
                .end(Facts.response(null, null, null));
        outer.end(Facts.response(null, null, null));

        assertEquals("""
                chat gpt-4o
                  embeddings small
                """, recorded.tree());
    }
}
