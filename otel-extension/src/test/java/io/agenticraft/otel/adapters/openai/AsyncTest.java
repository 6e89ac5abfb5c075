package io.agenticraft.otel.adapters.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.openai.core.http.AsyncStreamResponse;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.UnauthorizedException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.services.async.chat.ChatCompletionServiceAsync;
import io.agenticraft.otel.genai.GenAi;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AsyncTest extends WovenChat {
    @Test
    void create_endsItsSpanBeforeTheHostHasTheAnswer() throws Exception {
        server.json(200, Bodies.COMPLETION);
        int spansByThen = completions()
                .create(request().build())
                .thenApply(answer -> telemetry.spans().size())
                .get();
        assertEquals(1, spansByThen);
        assertEquals("chatcmpl-1", onlySpan().getAttributes().get(GenAi.RESPONSE_ID));
    }

    @Test
    @SuppressWarnings("try") // The scope is only to be closed.
    void create_isChildOfTheSpanThatWasCurrent() throws Exception {
        server.json(200, Bodies.COMPLETION);
        Span parent = telemetry
                .openTelemetry()
                .getTracer("test")
                .spanBuilder("parent")
                .startSpan();
        CompletableFuture<ChatCompletion> answer;
        try (Scope ignored = parent.makeCurrent()) {
            answer = completions().create(request().build());
            assertEquals(parent, Span.current());
        }
        answer.get();
        assertEquals(parent.getSpanContext().getSpanId(), onlySpan().getParentSpanId());
    }

    @Test
    void unauthorized_failsTheSpan() throws Exception {
        server.json(401, Bodies.ERROR_401);
        ExecutionException thrown = assertThrows(
                ExecutionException.class,
                () -> completions().create(request().build()).get());
        assertInstanceOf(UnauthorizedException.class, thrown.getCause());
        assertEquals("invalid_api_key", onlySpan().getAttributes().get(GenAi.ERROR_TYPE));
    }

    @Test
    void cancelledAnswer_endsItsSpanAtOnce() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        server.answers(exchange -> {
            asked.countDown();
            try {
                assertTrue(release.await(20, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        CompletableFuture<ChatCompletion> answer =
                completions().create(request().build());
        assertTrue(asked.await(10, TimeUnit.SECONDS));
        assertEquals(List.of(), telemetry.spans());
        answer.cancel(true);
        SpanData span = onlySpan();
        assertEquals(GenAi.ERROR_CANCELLED, span.getAttributes().get(GenAi.ERROR_TYPE));
        release.countDown();
    }

    @Test
    void stream_readToItsEndIsOneSpan() throws Exception {
        server.events(Bodies.stream());
        List<String> texts = new ArrayList<>();
        AsyncStreamResponse<ChatCompletionChunk> stream = completions().createStreaming(streamRequest());
        stream.subscribe(chunk -> chunk.choices()
                        .forEach(choice -> texts.add(choice.delta().content().orElse(""))))
                .onCompleteFuture()
                .get();
        assertEquals(List.of("Sun", "ny", ""), texts);
        SpanData span = onlySpan();
        assertEquals(11L, span.getAttributes().get(GenAi.USAGE_INPUT_TOKENS));
        assertNotNull(span.getAttributes().get(GenAi.RESPONSE_TIME_TO_FIRST_CHUNK));
    }

    @Test
    void streamClosedByItsHandler_endsItsSpan() throws Exception {
        server.endless(Bodies.chunk("again", null));
        AsyncStreamResponse<ChatCompletionChunk> stream = completions().createStreaming(streamRequest());
        stream.subscribe(chunk -> stream.close()).onCompleteFuture().get();
        assertEquals(GenAi.STREAM_CLOSED, onlySpan().getAttributes().get(GenAi.STREAM_END));
        assertTrue(server.clientHungUp());
    }

    @Test
    void streamClosedUnsubscribed_endsItsSpan() throws Exception {
        server.endless(Bodies.chunk("again", null));
        completions().createStreaming(streamRequest()).close();
        assertEquals(GenAi.STREAM_CLOSED, onlySpan().getAttributes().get(GenAi.STREAM_END));
    }

    @Test
    void cutStream_failsItsSpan() throws Exception {
        server.cut(Bodies.chunk("Sun", null));
        CompletableFuture<Throwable> completion = new CompletableFuture<>();
        completions().createStreaming(streamRequest()).subscribe(new AsyncStreamResponse.Handler<>() {
            @Override
            public void onNext(ChatCompletionChunk chunk) {}

            @Override
            public void onComplete(Optional<Throwable> error) {
                completion.complete(error.orElseThrow());
            }
        });
        assertInstanceOf(OpenAIIoException.class, completion.get(10, TimeUnit.SECONDS));
        assertEquals(
                OpenAIIoException.class.getName(), onlySpan().getAttributes().get(GenAi.ERROR_TYPE));
    }

    @Test
    void handlersOwnFailure_doesNotFailTheSpan() throws Exception {
        server.events(Bodies.stream());
        completions()
                .createStreaming(streamRequest())
                .subscribe(chunk -> {
                    throw new IllegalStateException("own");
                })
                .onCompleteFuture()
                .handle((nothing, failure) -> failure)
                .get();
        assertEquals(StatusCode.UNSET, onlySpan().getStatus().getStatusCode());
    }

    private ChatCompletionServiceAsync completions() {
        return client.async().chat().completions();
    }
}
