package io.agenticraft.javaagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.agenticraft.javaagent.hosts.HelloHost;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A host that loads no known library pays next to nothing. */
class HelloIT {

    @ParameterizedTest
    @MethodSource("io.agenticraft.javaagent.it.Jdks#all")
    void hello_loadsNothingOfTheIsolatedPart(String java) throws Exception {
        HostJvm.Result result = HostJvm.on(java)
                .withAgent()
                .option("-Xlog:class+load:file=/dev/stdout")
                .classPath(HostJvm.classes())
                .run(HelloHost.class);

        assertEquals(0, result.exit(), result.err());
        assertEquals("", result.err());
        assertFalse(result.out().contains("net.bytebuddy"), "Byte Buddy was loaded");
        assertFalse(result.out().contains("io.opentelemetry"), "OpenTelemetry was loaded");
        assertFalse(result.out().contains("java.util.logging"), "java.util.logging was loaded");
        assertFalse(result.out().contains("AgentClassLoader"), "the agent's class loader was loaded");
    }
}
