package io.agenticraft.javaagent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PremainTest {

    @ParameterizedTest
    @CsvSource({"1.8, 8", "11, 11", "17, 17", "25, 25", "17.0.15+6, 17", "'', 0", "x, 0", "99999999999, 0"})
    void major_ofVersion(String version, int expected) {
        assertEquals(expected, Premain.major(version));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8", "11", "16"})
    void start_onOlderJava_saysOneLineAndStaysOut(String version) throws Exception {
        List<String> calls = new ArrayList<>();
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertFalse(Premain.start(version, recording(calls)));
        } finally {
            System.setErr(before);
        }

        String expected = "[agenticraft] off: this is Java " + version + ", and the agent needs Java 17 or newer";
        assertEquals(
                List.of(expected), said.toString(StandardCharsets.UTF_8).lines().toList());
        assertEquals(List.of(), calls);
    }

    @Test
    void start_onJava17_addsOneTransformerAndIgnoresASecondFlag() throws Exception {
        List<String> calls = new ArrayList<>();
        Instrumentation instrumentation = recording(calls);

        assertTrue(Premain.start("17", instrumentation));
        assertFalse(Premain.start("17", instrumentation));

        assertEquals(List.of("addTransformer"), calls);
    }

    private static Instrumentation recording(List<String> calls) {
        return (Instrumentation) Proxy.newProxyInstance(
                PremainTest.class.getClassLoader(), new Class<?>[] {Instrumentation.class}, (proxy, method, args) -> {
                    calls.add(method.getName());
                    return null;
                });
    }
}
