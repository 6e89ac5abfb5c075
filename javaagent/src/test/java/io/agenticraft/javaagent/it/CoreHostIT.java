package io.agenticraft.javaagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.javaagent.hosts.DeskHost;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An unmodified application on agent-core: its runs appear as trees. */
class CoreHostIT {
    @ParameterizedTest
    @MethodSource("io.agenticraft.javaagent.it.Jdks#all")
    void run_becomesATree(String java) throws Exception {
        try (OtlpReceiver receiver = new OtlpReceiver();
                FakeOpenAi openAi = new FakeOpenAi()) {
            HostJvm.Result result =
                    HostJvm.desk(java, openAi).exportingTo(receiver).run(DeskHost.class);

            assertEquals("It is on its way.\n", result.out(), result.err());
            assertEquals("", result.err());
            assertTree(receiver);
            assertTrue(
                    receiver.paths().contains("/v1/metrics"), receiver.paths().toString());
        }
    }

    @ParameterizedTest
    @MethodSource("io.agenticraft.javaagent.it.Jdks#all")
    void tree_isOnTheErrorStream(String java) throws Exception {
        try (FakeOpenAi openAi = new FakeOpenAi()) {
            HostJvm.Result result = HostJvm.desk(java, openAi)
                    .env("OTEL_TRACES_EXPORTER", "tree")
                    .env("OTEL_METRICS_EXPORTER", "none")
                    .env("LC_ALL", "C")
                    .run(DeskHost.class);

            List<String> lines = result.err().lines().toList();
            assertEquals(5, lines.size(), result.err());
            assertTrue(lines.get(0).startsWith("trace "), result.err());
            assertTrue(lines.get(1).startsWith("invoke_agent support-desk "), result.err());
            assertTrue(lines.get(2).startsWith("|- chat gpt-4o-mini "), result.err());
            assertTrue(lines.get(2).endsWith("  gpt-4o-mini-2024-07-18  21 in, 7 out  $0.0000073"), result.err());
            assertTrue(lines.get(3).startsWith("|- execute_tool order_status "), result.err());
            assertTrue(lines.get(4).startsWith("`- chat gpt-4o-mini "), result.err());
        }
    }

    static void assertTree(OtlpReceiver receiver) {
        assertEquals(
                List.of(
                        "chat gpt-4o-mini",
                        "chat gpt-4o-mini",
                        "execute_tool order_status",
                        "invoke_agent support-desk"),
                receiver.names());
        Span run = receiver.span("invoke_agent support-desk");
        for (Span span : receiver.spans()) {
            assertEquals(run.getTraceId(), span.getTraceId());
            if (!span.equals(run)) {
                assertEquals(run.getSpanId(), span.getParentSpanId(), span.getName());
            }
        }
        assertEquals(Span.SpanKind.SPAN_KIND_INTERNAL, run.getKind());
        Span chat = receiver.spans().stream()
                .filter(span -> span.getName().startsWith("chat"))
                .findFirst()
                .orElseThrow();
        assertEquals(Span.SpanKind.SPAN_KIND_CLIENT, chat.getKind());
        Map<String, String> attributes = OtlpReceiver.attributes(chat);
        assertEquals("21", attributes.get("gen_ai.usage.input_tokens"));
        assertEquals("gpt-4o-mini-2024-07-18", attributes.get("gen_ai.response.model"));
    }
}
