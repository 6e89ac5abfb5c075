package io.agenticraft.otel.decorate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.GenerationOptions;
import io.agenticraft.model.Image;
import io.agenticraft.model.Message;
import io.agenticraft.model.ModelEvent;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.ResponseFormat;
import io.agenticraft.model.Text;
import io.agenticraft.otel.genai.GenAi;
import io.agenticraft.otel.testing.Failing;
import io.agenticraft.otel.testing.ScriptedProvider;
import io.agenticraft.otel.testing.TestTelemetry;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.RateLimitException;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** What an observed call of a provider looks like outside of a run, whoever observes it. */
public abstract class ProviderTracingSuite {
    private static final ModelRequest REQUEST =
            ModelRequest.builder("gpt-4o").messages(Message.user("hello")).build();

    protected final TestTelemetry telemetry = new TestTelemetry();
    private final ScriptedProvider model = ScriptedProvider.inline();

    /** The provider, observed in the way under test. */
    protected abstract ModelProvider observe(ModelProvider provider);

    private SpanData span() {
        return telemetry.span("chat gpt-4o");
    }

    @Test
    void call_isASpanBelowTheCurrentOne() throws Exception {
        model.says("hi");
        ModelProvider observed = observe(model);

        AgentTelemetry.create(telemetry.openTelemetry())
                .span("handle ticket", () -> observed.complete(REQUEST).join());

        assertEquals("""
                handle ticket
                  chat gpt-4o
                """, telemetry.tree());
        assertEquals(SpanKind.CLIENT, span().getKind());
        assertEquals("openai", span().getAttributes().get(GenAi.PROVIDER_NAME));
    }

    @Test
    void options_areAttributes() {
        model.says("hi");
        ModelRequest request = REQUEST.toBuilder()
                .responseFormat(ResponseFormat.json())
                .options(GenerationOptions.builder()
                        .maxTokens(64)
                        .temperature(0.5)
                        .topP(0.9)
                        .topK(40)
                        .seed(7)
                        .frequencyPenalty(0.1)
                        .presencePenalty(0.2)
                        .stopSequences(List.of("END"))
                        .reasoningLevel("low")
                        .build())
                .build();

        observe(model).complete(request).join();

        assertEquals(64, span().getAttributes().get(GenAi.REQUEST_MAX_TOKENS));
        assertEquals(0.5, span().getAttributes().get(GenAi.REQUEST_TEMPERATURE));
        assertEquals(0.9, span().getAttributes().get(GenAi.REQUEST_TOP_P));
        assertEquals(40, span().getAttributes().get(GenAi.REQUEST_TOP_K));
        assertEquals(7, span().getAttributes().get(GenAi.REQUEST_SEED));
        assertEquals(0.1, span().getAttributes().get(GenAi.REQUEST_FREQUENCY_PENALTY));
        assertEquals(0.2, span().getAttributes().get(GenAi.REQUEST_PRESENCE_PENALTY));
        assertEquals(List.of("END"), span().getAttributes().get(GenAi.REQUEST_STOP_SEQUENCES));
        assertEquals("low", span().getAttributes().get(GenAi.REQUEST_REASONING_LEVEL));
        assertEquals("json", span().getAttributes().get(GenAi.OUTPUT_TYPE));
    }

    @Test
    void stream_handsEventsOnAndMeasuresThem() {
        model.says("hi");
        List<ModelEvent> events = new ArrayList<>();

        observe(model).stream(REQUEST, events::add).join();

        assertEquals(List.of(new ModelEvent.Started("resp-1", "gpt-4o-2024"), new ModelEvent.TextDelta("hi")), events);
        assertEquals(true, span().getAttributes().get(GenAi.REQUEST_STREAM));
        assertNotNull(span().getAttributes().get(GenAi.RESPONSE_TIME_TO_FIRST_CHUNK));
    }

    @Test
    void failure_isTheVerySame() {
        RateLimitException failure = Failing.rateLimit(null);
        model.fails(failure);

        CompletableFuture<ModelResponse> response = observe(model).complete(REQUEST);

        assertSame(
                failure, assertThrows(CompletionException.class, response::join).getCause());
        assertEquals(RateLimitException.class.getName(), span().getAttributes().get(GenAi.ERROR_TYPE));
    }

    @Test
    void providerThatThrows_endsTheSpan() {
        IllegalStateException failure = new IllegalStateException();
        model.onCall(() -> {
            throw failure;
        });

        assertSame(
                failure,
                assertThrows(IllegalStateException.class, () -> observe(model).complete(REQUEST)));
        assertEquals("java.lang.IllegalStateException", span().getAttributes().get(GenAi.ERROR_TYPE));
        assertEquals(Span.getInvalid(), Span.current());
    }

    @Test
    void sinkThatThrows_failsAsBefore() {
        model.says("hi");
        IllegalStateException failure = new IllegalStateException();

        CompletableFuture<ModelResponse> response = observe(model).stream(REQUEST, event -> {
            throw failure;
        });

        assertSame(
                failure, assertThrows(CompletionException.class, response::join).getCause());
        assertEquals("java.lang.IllegalStateException", span().getAttributes().get(GenAi.ERROR_TYPE));
    }

    @Test
    void cancel_reachesTheProvider() {
        CompletableFuture<ModelResponse> never = new CompletableFuture<>();
        model.returns(never);

        assertTrue(observe(model).complete(REQUEST).cancel(true));

        assertTrue(never.isCancelled());
        assertEquals(GenAi.ERROR_CANCELLED, span().getAttributes().get(GenAi.ERROR_TYPE));
    }

    @Test
    void providersWork_happensInTheSpan() {
        model.says("hi");
        List<String> seen = new ArrayList<>();
        model.onCall(() -> seen.add(Span.current().getSpanContext().getSpanId()));

        observe(model).complete(REQUEST).join();

        assertEquals(List.of(span().getSpanId()), seen);
        assertEquals(Span.getInvalid(), Span.current());
    }

    @Test
    void observedTwice_isOneSpan() {
        model.says("hi").says("hi");
        ModelProvider twice = observe(observe(model));

        twice.complete(REQUEST).join();
        twice.stream(REQUEST, event -> {}).join();

        assertEquals(2, telemetry.spans().size());
        assertEquals(
                24,
                telemetry
                        .point(
                                GenAi.INFERENCE_USAGE + "input_tokens",
                                m -> m.getLongSumData().getPoints())
                        .getValue());
    }

    @Test
    void tokensOfText_areCountedAsText() {
        model.says("hi");

        observe(model).complete(REQUEST).join();

        assertEquals("text", modality("input_tokens"));
        assertEquals("text", modality("output_tokens"));
    }

    @Test
    void tokensOfImages_areOfUnknownModality() {
        model.says("hi");
        Message question = Message.user(new Text("What is this?"), Image.of(URI.create("http://images.example/1.png")));

        observe(model).complete(REQUEST.toBuilder().messages(question).build()).join();

        assertEquals("unknown", modality("input_tokens"));
        assertEquals("text", modality("output_tokens"));
    }

    private String modality(String kind) {
        String modality = telemetry
                .point(GenAi.INFERENCE_USAGE + kind, m -> m.getLongSumData().getPoints())
                .getAttributes()
                .get(GenAi.TOKEN_MODALITY);
        return String.valueOf(modality);
    }

    @Test
    void metrics_haveNoAttributeOfTheSpanAlone() {
        model.says("hi");

        observe(model).complete(REQUEST).join();

        assertNull(telemetry
                .point(GenAi.INFERENCE_DURATION, m -> m.getHistogramData().getPoints())
                .getAttributes()
                .get(GenAi.RESPONSE_ID));
    }
}
