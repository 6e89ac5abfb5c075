package io.agenticraft.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.agenticraft.anthropic.Anthropic;
import io.agenticraft.model.FinishReason;
import io.agenticraft.model.ModelEvent;
import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.model.Reasoning;
import io.agenticraft.model.Refusal;
import io.agenticraft.model.ToolCall;
import io.agenticraft.ollama.Ollama;
import io.agenticraft.openai.OpenAi;
import io.agenticraft.provider.AuthenticationException;
import io.agenticraft.provider.InvalidRequestException;
import io.agenticraft.provider.ModelProvider;
import io.agenticraft.provider.NotFoundException;
import io.agenticraft.provider.ProviderException;
import io.agenticraft.provider.ProviderFactory;
import io.agenticraft.provider.RateLimitException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Recorded answers, played back over a socket whole and in random pieces, give exactly what was recorded. */
@Tag("conformance")
class RecordingConformanceTest {
    private static final int RANDOM_SPLITS = 12;

    private static final Map<Integer, Class<? extends ProviderException>> FAILURES = Map.of(
            400, InvalidRequestException.class,
            401, AuthenticationException.class,
            404, NotFoundException.class,
            429, RateLimitException.class);

    @TestFactory
    Stream<DynamicTest> openAiRecordings() throws Exception {
        return tests(new OpenAi(), "openai/oa-chat-.*|azure/az-.*|ollama/olc-.*|mistral/.*", 29);
    }

    @TestFactory
    Stream<DynamicTest> anthropicRecordings() throws Exception {
        return tests(new Anthropic(), "anthropic/an-(?!count).*", 19);
    }

    @TestFactory
    Stream<DynamicTest> ollamaRecordings() throws Exception {
        return tests(new Ollama(), "ollama/ol-(chat|404).*", 4);
    }

    private static Stream<DynamicTest> tests(ProviderFactory factory, String files, int atLeast) throws Exception {
        List<Recording> recordings = Recording.matching(files);
        assertTrue(recordings.size() >= atLeast, () -> "Only " + recordings.size() + " recordings match " + files);
        return recordings.stream().map(recording -> dynamicTest(recording.name(), () -> playBack(factory, recording)));
    }

    private static void playBack(ProviderFactory factory, Recording recording) throws Exception {
        long seed = Long.getLong("agenticraft.seed", System.nanoTime());
        Random random = new Random(seed);
        try (WireServer server = WireServer.start();
                ModelProvider provider = factory.create(Calls.spec(factory.name(), server.url("/v1")))) {
            server.reply(Replies.response(recording.status(), recording.headers(), recording.text()));
            check(provider, recording);
            for (int i = 0; i < RANDOM_SPLITS; i++) {
                server.reply(Replies.split(recording.status(), recording.headers(), recording.body(), random));
                check(provider, recording);
            }
        } catch (AssertionError e) {
            throw new AssertionError("With -Dagenticraft.seed=" + seed + ": " + e.getMessage(), e);
        }
    }

    private static void check(ModelProvider provider, Recording recording) throws Exception {
        ModelRequest request = RecordedRequests.rebuild(recording.request());
        Calls.Recorder recorder = new Calls.Recorder();
        boolean stream = recording.isStream();
        CompletableFuture<ModelResponse> call =
                stream ? provider.stream(request, recorder) : provider.complete(request);
        if (recording.status() != 200) {
            checkFailure(Calls.failure(ProviderException.class, call), recording);
            return;
        }
        Expected expected = expected(provider, recording);
        ModelResponse response = Calls.await(call);
        checkResponse(expected, response);
        assertEquals(requestId(recording), response.requestId());
        if (stream) {
            checkEvents(expected, recorder.events);
        }
    }

    private static Expected expected(ModelProvider provider, Recording recording) throws Exception {
        List<JsonNode> documents = recording.documents();
        return switch (provider.name()) {
            case "openai" -> Expected.ofOpenAi(documents);
            case "anthropic" -> Expected.ofAnthropic(documents);
            default -> Expected.ofOllama(documents);
        };
    }

    private static void checkResponse(Expected expected, ModelResponse response) throws Exception {
        assertEquals(expected.id(), response.id());
        assertEquals(expected.model(), response.model());
        assertEquals(expected.text(), response.text());
        assertEquals(expected.usage(), response.usage());
        assertEquals(expected.finish(), response.rawFinishReason());
        assertEquals(reason(expected), response.finishReason());
        assertEquals(expected.reasoning(), joined(response, Reasoning.class, Reasoning::text));
        assertEquals(
                expected.signature(),
                joined(response, Reasoning.class, part -> Objects.toString(part.signature(), "")));
        assertEquals(expected.refusal(), joined(response, Refusal.class, Refusal::text));
        List<ToolCall> calls = response.message().toolCalls();
        assertEquals(expected.calls().size(), calls.size());
        for (int i = 0; i < calls.size(); i++) {
            Expected.Call call = expected.calls().get(i);
            assertEquals(call.name(), calls.get(i).name());
            assertEquals(
                    call.arguments(), Recording.MAPPER.readTree(calls.get(i).arguments()));
            if (call.id() == null) {
                assertFalse(calls.get(i).id().isEmpty());
            } else {
                assertEquals(call.id(), calls.get(i).id());
            }
        }
    }

    private static <T> String joined(ModelResponse response, Class<T> kind, Function<T, String> words) {
        return response.message().content().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .map(words)
                .collect(Collectors.joining());
    }

    private static FinishReason reason(Expected expected) {
        if (!expected.refusal().isEmpty()) {
            return FinishReason.REFUSAL;
        }
        if (!expected.calls().isEmpty()) {
            return FinishReason.TOOL_CALLS;
        }
        return switch (Objects.toString(expected.finish())) {
            case "stop", "end_turn" -> FinishReason.STOP;
            case "length", "max_tokens" -> FinishReason.LENGTH;
            case "refusal" -> FinishReason.REFUSAL;
            default -> throw new AssertionError("A recorded stop reason without a meaning: " + expected.finish());
        };
    }

    /** The pieces put together are the whole, and the first says whose they are. */
    private static void checkEvents(Expected expected, List<ModelEvent> events) throws Exception {
        ModelEvent.Started started = assertInstanceOf(ModelEvent.Started.class, events.get(0));
        assertEquals(expected.id(), started.id());
        assertEquals(expected.model(), started.model());
        StringBuilder text = new StringBuilder();
        StringBuilder reasoning = new StringBuilder();
        List<String> names = new ArrayList<>();
        List<StringBuilder> arguments = new ArrayList<>();
        for (ModelEvent event : events.subList(1, events.size())) {
            if (event instanceof ModelEvent.TextDelta delta) {
                text.append(delta.text());
            } else if (event instanceof ModelEvent.ReasoningDelta delta) {
                reasoning.append(delta.text());
            } else if (event instanceof ModelEvent.ToolCallDelta delta) {
                if (delta.name() != null) {
                    assertEquals(names.size(), delta.index());
                    assertNotNull(delta.id());
                    names.add(delta.name());
                    arguments.add(new StringBuilder());
                }
                arguments.get(delta.index()).append(delta.arguments());
            }
        }
        assertEquals(expected.text(), text.toString());
        assertEquals(expected.reasoning(), reasoning.toString());
        assertEquals(expected.calls().stream().map(Expected.Call::name).toList(), names);
        for (int i = 0; i < names.size(); i++) {
            assertEquals(
                    expected.calls().get(i).arguments(),
                    Recording.MAPPER.readTree(arguments.get(i).toString()));
        }
    }

    private static void checkFailure(ProviderException failure, Recording recording) throws Exception {
        JsonNode error = Recording.MAPPER.readTree(recording.text()).path("error");
        String code = error.path("code").isTextual()
                ? error.path("code").asText()
                : error.path("type").textValue();
        assertEquals(FAILURES.get(recording.status()), failure.getClass());
        assertEquals(recording.status(), failure.status());
        assertEquals(code, failure.code());
        assertEquals(recording.status() == 429, failure.retryable());
        assertEquals(recording.status() == 429 ? Duration.ofSeconds(1) : null, failure.retryAfter());
        String words =
                error.isTextual() ? error.asText() : error.path("message").asText();
        assertTrue(failure.toString().contains(words), failure.toString());
        String header = requestId(recording);
        String inBody =
                Recording.MAPPER.readTree(recording.text()).path("request_id").textValue();
        assertEquals(header != null ? header : inBody, failure.requestId());
    }

    private static @Nullable String requestId(Recording recording) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(recording.headers());
        return Stream.of("x-request-id", "request-id", "apim-request-id")
                .map(headers::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
