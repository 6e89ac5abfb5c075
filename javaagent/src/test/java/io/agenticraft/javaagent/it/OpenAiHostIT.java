package io.agenticraft.javaagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.javaagent.hosts.ChatHost;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An unmodified application on openai-java. */
class OpenAiHostIT {

    @ParameterizedTest
    @MethodSource("io.agenticraft.javaagent.it.Jdks#all")
    void create_isOneSpan(String java) throws Exception {
        Map<String, String> attributes = chat(java, "create");

        assertEquals("21", attributes.get("gen_ai.usage.input_tokens"));
        assertEquals("openai", attributes.get("gen_ai.provider.name"));
        // 21 tokens in and 7 out at the list prices of gpt-4o-mini
        assertEquals((21 * 0.15 + 7 * 0.6) / 1e6, Double.parseDouble(attributes.get("agenticraft.usage.cost")), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("io.agenticraft.javaagent.it.Jdks#all")
    void prices_areThoseOfTheUsersFile(String java, @TempDir Path folder) throws Exception {
        Path prices = Files.writeString(
                folder.resolve("prices.txt"),
                "date 2026-11-24\nprovider model input output\nopenai gpt-4o-mini 1000 0\n");
        Map<String, String> attributes =
                chat(java, "create", host -> host.env("OTEL_INSTRUMENTATION_AGENTICRAFT_PRICES", prices.toString()));

        assertEquals(0.021, Double.parseDouble(attributes.get("agenticraft.usage.cost")), 1e-9);
    }

    @ParameterizedTest
    @MethodSource("io.agenticraft.javaagent.it.Jdks#all")
    void stream_isOneSpanWithTheTimeOfItsFirstChunk(String java) throws Exception {
        Map<String, String> attributes = chat(java, "stream");

        assertTrue(Double.parseDouble(attributes.get("gen_ai.response.time_to_first_chunk")) > 0);
    }

    private static Map<String, String> chat(String java, String how) throws Exception {
        return chat(java, how, host -> host);
    }

    private static Map<String, String> chat(String java, String how, UnaryOperator<HostJvm> settings) throws Exception {
        try (OtlpReceiver receiver = new OtlpReceiver();
                FakeOpenAi openAi = new FakeOpenAi()) {
            HostJvm.Result result = settings.apply(HostJvm.desk(java, openAi).exportingTo(receiver))
                    .run(ChatHost.class, how);

            assertEquals("It is on its way.\n", result.out(), result.err());
            assertEquals(List.of("chat gpt-4o-mini"), receiver.names());
            Span chat = receiver.span("chat gpt-4o-mini");
            assertEquals(Span.SpanKind.SPAN_KIND_CLIENT, chat.getKind());
            return OtlpReceiver.attributes(chat);
        }
    }
}
