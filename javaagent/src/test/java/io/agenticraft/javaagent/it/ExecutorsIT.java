package io.agenticraft.javaagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agenticraft.javaagent.hosts.ExecutorsHost;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The current context crosses the JDK's executors, and nothing else about them changes. */
class ExecutorsIT {
    private static final String API =
            HostJvm.classes("/opentelemetry-api/", "/opentelemetry-context/", "/opentelemetry-common/");

    @ParameterizedTest
    @MethodSource("io.agenticraft.javaagent.it.Jdks#all")
    void context_crossesExecutors(String java) throws Exception {
        HostJvm.Result result = host(java).run(ExecutorsHost.class);

        assertEquals("", result.err());
        Map<String, String> seen = seen(result);
        assertEquals("true", seen.remove("remove"));
        assertEquals("a;b;c;", seen.remove("same-runnable"));
        assertEquals("nothing", seen.remove("periodic"));
        assertEquals("nothing", seen.remove("afterwards"));
        seen.forEach((executor, value) -> assertEquals("me", value, executor));
        assertEquals(java.equals(Jdks.withVirtualThreads()) ? 14 : 12, seen.size(), seen.toString());
    }

    @ParameterizedTest
    @MethodSource("io.agenticraft.javaagent.it.Jdks#all")
    void switchedOff_contextStays(String java) throws Exception {
        HostJvm.Result result = host(java)
                .env("OTEL_INSTRUMENTATION_EXECUTORS_ENABLED", "false")
                .run(ExecutorsHost.class);

        Map<String, String> seen = seen(result);
        assertEquals("nothing", seen.get("callable"));
        assertEquals("nothing", seen.get("forkjoin-callable"));
        assertEquals("true", seen.get("remove"));
    }

    private static HostJvm host(String java) {
        return HostJvm.on(java)
                .withAgent()
                .env("OTEL_TRACES_EXPORTER", "none")
                .env("OTEL_METRICS_EXPORTER", "none")
                .classPath(API);
    }

    private static Map<String, String> seen(HostJvm.Result result) {
        assertEquals(0, result.exit(), result.err());
        Map<String, String> seen = new LinkedHashMap<>();
        result.out().lines().forEach(line -> {
            int blank = line.indexOf(' ');
            seen.put(line.substring(0, blank), line.substring(blank + 1));
        });
        return seen;
    }
}
