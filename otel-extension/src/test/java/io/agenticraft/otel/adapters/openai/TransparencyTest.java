package io.agenticraft.otel.adapters.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.openai.client.OpenAIClient;
import io.agenticraft.otel.adapter.Weaving;
import io.agenticraft.otel.genai.TelemetrySource;
import io.agenticraft.otel.testing.TestTelemetry;
import io.opentelemetry.api.GlobalOpenTelemetry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The host sees with us exactly what it sees without us. */
class TransparencyTest {
    @ParameterizedTest
    @EnumSource
    void wovenHost_seesWhatAnUnwovenOneSees(Scenario scenario) throws Exception {
        TestTelemetry telemetry = new TestTelemetry();
        TelemetrySource.set(telemetry::openTelemetry);
        List<String> plain = seen(scenario);
        assertFalse(plain.isEmpty());
        assertEquals(List.of(), telemetry.spans(), "the first host must not be woven");
        try (Weaving weaving = Weaving.of(new OpenAiAdapter())) {
            assertEquals(String.join("\n", plain), String.join("\n", seen(scenario)), weaving::toString);
            assertEquals(List.of(), Weaving.failures());
            assertFalse(telemetry.spans().isEmpty(), "the second host must be woven");
        } finally {
            TelemetrySource.set(GlobalOpenTelemetry::get);
        }
    }

    private static List<String> seen(Scenario scenario) throws Exception {
        Notes notes = new Notes();
        OpenAIClient client = null;
        try (FakeServer server = new FakeServer()) {
            client = WovenChat.client(server.url());
            scenario.run(server, client, notes);
            String port = Integer.toString(server.port());
            return notes.all.stream().map(note -> note.replace(port, "PORT")).toList();
        } finally {
            if (client != null) {
                client.close();
            }
        }
    }

    private static final class Notes implements Scenario.Sight {
        private final List<String> all = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void note(Object seen) {
            all.add(String.valueOf(seen));
        }

        @Override
        public void of(String what, Callable<?> look) {
            try {
                note(what + ": " + look.call());
            } catch (Throwable failure) {
                note(what + " throws " + describe(failure));
            }
        }

        @Override
        public void close(String what, AutoCloseable resource) {
            of(what + " closed", () -> {
                resource.close();
                return "well";
            });
        }

        @Override
        public String describe(@Nullable Throwable failure) {
            return failure == null
                    ? "nothing"
                    : failure.getClass().getName() + ": " + failure.getMessage() + " because of "
                            + describe(failure.getCause());
        }
    }
}
