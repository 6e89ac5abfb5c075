package io.agenticraft.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agenticraft.acceptance.host.HostJvm;
import io.agenticraft.acceptance.host.Jars;
import io.agenticraft.acceptance.jaeger.Endpoints;
import io.agenticraft.acceptance.jaeger.Jaeger;
import io.agenticraft.acceptance.jaeger.RequiresJaeger;
import io.agenticraft.acceptance.trace.JaegerQuery;
import io.agenticraft.acceptance.trace.StoredSpan;
import io.agenticraft.acceptance.trace.Trace;
import io.agenticraft.simulator.Simulator;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The quickstart wraps its agent in code and opens a span of its own around two runs. With the Java agent on the command line as
 * well, Jaeger shows the same: one span per call.
 */
@RequiresJaeger
class QuickstartIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final String service = "quickstart-" + UUID.randomUUID();

    @Test
    void decorators_makeOneTree(Jaeger jaeger) throws Exception {
        Endpoints endpoints = jaeger.endpoints();
        try (Simulator providers = Shop.open()) {
            Shop.traced(
                            Shop.plain(Jars.example("quickstart"), providers),
                            service,
                            "http/protobuf",
                            endpoints.otlpHttp())
                    .run(LIMIT);
        }

        assertOneSpanPerCall(endpoints);
    }

    @Test
    void decoratorsAndAgent_makeTheSameTree(Jaeger jaeger) throws Exception {
        Endpoints endpoints = jaeger.endpoints();
        try (Simulator providers = Shop.open()) {
            HostJvm quickstart = Shop.observed(Jars.example("quickstart"), providers, service, endpoints);
            quickstart.run(LIMIT);
        }

        assertOneSpanPerCall(endpoints);
    }

    private void assertOneSpanPerCall(Endpoints endpoints) {
        List<Trace> traces = new JaegerQuery(endpoints.query())
                .awaitTraces(service, found -> found.size() == 1 && found.get(0).isWhole(9));
        Trace trace = traces.get(0);
        List<StoredSpan> runs = trace.children(trace.root());

        assertEquals("compare cities", trace.root().name());
        assertEquals(List.of("invoke_agent weather-agent", "invoke_agent weather-agent"), names(runs), trace::toString);
        for (StoredSpan run : runs) {
            assertEquals(
                    List.of("chat gpt-4o-mini", "execute_tool get_weather", "chat gpt-4o-mini"),
                    names(trace.children(run)),
                    trace::toString);
        }
        assertEquals(9, trace.spans().size(), trace::toString);
    }

    private static List<String> names(List<StoredSpan> spans) {
        return spans.stream().map(StoredSpan::name).toList();
    }
}
