package io.agenticraft.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.agenticraft.acceptance.host.HostJvm;
import io.agenticraft.acceptance.host.Jars;
import io.agenticraft.acceptance.host.RunningHost;
import io.agenticraft.acceptance.jaeger.Endpoints;
import io.agenticraft.acceptance.jaeger.Jaeger;
import io.agenticraft.acceptance.jaeger.RequiresJaeger;
import io.agenticraft.acceptance.trace.JaegerQuery;
import io.agenticraft.acceptance.trace.SpanKind;
import io.agenticraft.acceptance.trace.StoredSpan;
import io.agenticraft.acceptance.trace.Trace;
import io.agenticraft.simulator.Simulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A service on the legacy Jaeger client, which sends thrift, asks a service whose agent runs are seen by the Java agent, which
 * sends OTLP.
 */
@RequiresJaeger
class JaegerClientIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern LISTENING = Pattern.compile("desk listening on (\\S+)");

    private final String desk = "desk-" + UUID.randomUUID();
    private final String front = "front-" + UUID.randomUUID();
    private Path jar = Path.of("");

    @BeforeEach
    void find() {
        jar = Jars.example("jaeger-client-host");
    }

    @Test
    void bothSides_standInOneTrace(Jaeger jaeger) throws Exception {
        ask(jaeger.endpoints(), "tracecontext,baggage,jaeger");

        Trace trace = new JaegerQuery(jaeger.endpoints().query())
                .awaitTraces(front, found -> found.size() == 1 && found.get(0).isWhole(4))
                .get(0);

        StoredSpan asking = trace.root();
        assertEquals("ask the desk", asking.name());
        assertEquals(SpanKind.CLIENT, asking.kind());
        assertEquals(front, asking.service());
        StoredSpan serving = child(trace, asking);
        assertEquals("POST /ask", serving.name());
        assertEquals(SpanKind.SERVER, serving.kind());
        assertEquals(desk, serving.service());
        StoredSpan run = child(trace, serving);
        assertEquals("invoke_agent support-desk", run.name());
        assertEquals("chat gpt-4o-mini", child(trace, run).name());
        assertEquals(4, trace.spans().size(), trace::toString);
    }

    @Test
    void withoutJaegersPropagator_thereAreTwoTraces(Jaeger jaeger) throws Exception {
        ask(jaeger.endpoints(), "tracecontext,baggage");

        JaegerQuery query = new JaegerQuery(jaeger.endpoints().query());
        Trace asking = query.awaitTraces(front, found -> found.size() == 1).get(0);
        Trace serving = query.awaitTraces(
                        desk, found -> found.size() == 1 && found.get(0).isWhole(3))
                .get(0);

        assertNotEquals(asking.id(), serving.id());
        assertEquals("POST /ask", serving.root().name());
        assertEquals(1, asking.spans().size(), asking::toString);
    }

    private void ask(Endpoints jaeger, String propagators) throws Exception {
        try (Simulator providers = Shop.open();
                RunningHost service = Shop.observed(jar, providers, desk, jaeger)
                        .set("OTEL_PROPAGATORS", propagators)
                        .start("desk")) {
            HostJvm.of(jar)
                    .set("JAEGER_ENDPOINT", jaeger.thriftHttp() + "/api/traces")
                    .set("JAEGER_SERVICE_NAME", front)
                    .set("JAEGER_SAMPLER_TYPE", "const")
                    .set("JAEGER_SAMPLER_PARAM", "1")
                    .run(LIMIT, "front", service.awaitLine(LISTENING, LIMIT), "Are you open?");
        }
    }

    private static StoredSpan child(Trace trace, StoredSpan parent) {
        List<StoredSpan> children = trace.children(parent);
        assertEquals(1, children.size(), trace::toString);
        return children.get(0);
    }
}
