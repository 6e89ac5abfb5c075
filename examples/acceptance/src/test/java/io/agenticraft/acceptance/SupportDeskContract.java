package io.agenticraft.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.acceptance.host.Jars;
import io.agenticraft.acceptance.jaeger.Endpoints;
import io.agenticraft.acceptance.jaeger.Jaeger;
import io.agenticraft.acceptance.jaeger.RequiresJaeger;
import io.agenticraft.acceptance.trace.JaegerQuery;
import io.agenticraft.acceptance.trace.SpanKind;
import io.agenticraft.acceptance.trace.SpanStatus;
import io.agenticraft.acceptance.trace.StoredSpan;
import io.agenticraft.acceptance.trace.Trace;
import io.agenticraft.simulator.Simulator;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A day of the host application, which has no telemetry code, as Jaeger saw it: four runs of the support desk and two chats on
 * openai-java, each a trace.
 */
@RequiresJaeger
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SupportDeskContract {

    private static final Duration DAY = Duration.ofSeconds(90);

    private final String service = "support-desk-" + UUID.randomUUID();
    private final String protocol;
    private List<Trace> traces = List.of();

    SupportDeskContract(String protocol) {
        this.protocol = protocol;
    }

    abstract URI otlp(Endpoints jaeger);

    @BeforeAll
    void day(Jaeger jaeger) throws Exception {
        Endpoints endpoints = jaeger.endpoints();
        try (Simulator providers = Shop.open()) {
            Shop.observed(Jars.example("host-app"), providers, service, protocol, otlp(endpoints))
                    .run(DAY, "all");
        }
        traces = new JaegerQuery(endpoints.query()).awaitTraces(service, SupportDeskContract::wholeDay);
    }

    @Test
    void everyCall_isOneTrace() {
        assertEquals(4, count(root -> root.name().equals("invoke_agent support-desk")), this::drawn);
        assertEquals(2, count(root -> root.name().equals("chat gpt-4o-mini")), this::drawn);
        assertEquals(6, traces.size(), this::drawn);
    }

    @Test
    void run_isATreeOfModelCallsAndTools() {
        Trace trace = run("lookup_order", "gpt-4o-mini");
        StoredSpan run = trace.root();

        assertEquals(SpanKind.INTERNAL, run.kind());
        assertEquals(SpanStatus.UNSET, run.status());
        assertEquals("invoke_agent", run.attribute("gen_ai.operation.name"));
        assertEquals("support-desk", run.attribute("gen_ai.agent.name"));
        assertEquals(
                List.of("chat gpt-4o-mini", "execute_tool lookup_order", "chat gpt-4o-mini"),
                trace.children(run).stream().map(StoredSpan::name).toList());
        assertEquals(4, trace.spans().size(), trace::toString);
    }

    @Test
    void modelCall_saysWhatWasAskedAndAnswered() {
        List<StoredSpan> calls = run("lookup_order", "gpt-4o-mini").named("chat gpt-4o-mini");

        for (StoredSpan call : calls) {
            assertEquals(SpanKind.CLIENT, call.kind());
            assertEquals("chat", call.attribute("gen_ai.operation.name"));
            assertEquals("openai", call.attribute("gen_ai.provider.name"));
            assertEquals("gpt-4o-mini", call.attribute("gen_ai.request.model"));
            assertNotNull(call.attribute("gen_ai.response.model"));
            assertNotNull(call.attribute("gen_ai.response.id"));
            assertTrue(assertInstanceOf(Long.class, call.attribute("gen_ai.usage.input_tokens")) > 0);
            assertTrue(assertInstanceOf(Long.class, call.attribute("gen_ai.usage.output_tokens")) > 0);
            assertEquals("127.0.0.1", call.attribute("server.address"));
            assertNotNull(call.attribute("server.port"));
        }
        assertEquals(List.of("tool_call"), calls.get(0).attribute("gen_ai.response.finish_reasons"), calls::toString);
        assertEquals(List.of("stop"), calls.get(1).attribute("gen_ai.response.finish_reasons"), calls::toString);
    }

    @Test
    void toolCall_isNamed() {
        StoredSpan tool = run("lookup_order", "gpt-4o-mini").span("execute_tool lookup_order");

        assertEquals(SpanKind.INTERNAL, tool.kind());
        assertEquals("execute_tool", tool.attribute("gen_ai.operation.name"));
        assertEquals("lookup_order", tool.attribute("gen_ai.tool.name"));
        assertEquals("function", tool.attribute("gen_ai.tool.type"));
        assertNotNull(tool.attribute("gen_ai.tool.call.id"));
    }

    @Test
    void streamedRun_hasTimesToFirstChunk() {
        Trace trace = run("refund_policy", "gpt-4o-mini");

        assertEquals(4, trace.spans().size(), trace::toString);
        for (StoredSpan call : trace.named("chat gpt-4o-mini")) {
            assertEquals(true, call.attribute("gen_ai.request.stream"), trace::toString);
            double seconds = assertInstanceOf(Double.class, call.attribute("gen_ai.response.time_to_first_chunk"));
            assertTrue(seconds > 0 && seconds < DAY.toSeconds(), trace::toString);
        }
    }

    @Test
    void switchedRun_namesTheOtherProvider() {
        Trace trace = run("lookup_order", "claude-haiku-4-5");

        assertEquals(4, trace.spans().size(), trace::toString);
        for (StoredSpan call : trace.named("chat claude-haiku-4-5")) {
            assertEquals("anthropic", call.attribute("gen_ai.provider.name"));
            assertTrue(call.attributes().keySet().stream().noneMatch(key -> key.startsWith("openai.")), call::toString);
        }
    }

    @Test
    void modelThatIsGone_failsItsCallAndItsRun() {
        Trace trace = only(found -> found.root().status() == SpanStatus.ERROR);
        StoredSpan run = trace.root();
        StoredSpan call = trace.span("chat unknown-model");

        assertEquals("invoke_agent support-desk", run.name());
        assertEquals(List.of(call), trace.children(run));
        assertEquals(SpanStatus.ERROR, call.status());
        assertNotNull(call.attribute("error.type"));
        assertNotNull(run.attribute("error.type"));
        assertNull(call.attribute("gen_ai.response.id"));
    }

    @Test
    void openAiClient_isSeenPlainAndStreamed() {
        List<StoredSpan> chats = traces.stream()
                .map(Trace::root)
                .filter(root -> root.name().equals("chat gpt-4o-mini"))
                .toList();

        assertEquals(2, chats.size(), this::drawn);
        for (StoredSpan chat : chats) {
            assertEquals(SpanKind.CLIENT, chat.kind());
            assertEquals(SpanStatus.UNSET, chat.status());
            assertEquals("openai", chat.attribute("gen_ai.provider.name"));
            assertNotNull(chat.attribute("gen_ai.response.id"));
            assertEquals(List.of("stop"), chat.attribute("gen_ai.response.finish_reasons"));
        }
        assertEquals(
                1,
                chats.stream()
                        .filter(chat -> chat.attribute("gen_ai.response.time_to_first_chunk") != null)
                        .count());
    }

    @Test
    void nothingSaid_isRecorded() {
        for (String said : List.of("order 4711", "shoes", "delivered", "You work at the support desk")) {
            assertFalse(drawn().contains(said), this::drawn);
        }
    }

    @Test
    void resource_saysWhoSentIt() {
        for (Trace trace : traces) {
            for (StoredSpan span : trace.spans()) {
                assertEquals(service, span.service());
                assertEquals("java", span.resource().get("telemetry.sdk.language"));
            }
        }
    }

    /** Three runs of four spans, one whose model call failed, two chats. */
    private static boolean wholeDay(List<Trace> traces) {
        return traces.stream().mapToInt(trace -> trace.spans().size()).sum() >= 16
                && traces.stream().allMatch(trace -> trace.isWhole(1));
    }

    private Trace run(String tool, String model) {
        return only(trace -> !trace.named("execute_tool " + tool).isEmpty()
                && !trace.named("chat " + model).isEmpty());
    }

    private Trace only(Predicate<Trace> condition) {
        List<Trace> found = traces.stream().filter(condition).toList();
        assertEquals(1, found.size(), this::drawn);
        return found.get(0);
    }

    private long count(Predicate<StoredSpan> root) {
        return traces.stream().map(Trace::root).filter(root).count();
    }

    private String drawn() {
        return traces.toString();
    }
}
