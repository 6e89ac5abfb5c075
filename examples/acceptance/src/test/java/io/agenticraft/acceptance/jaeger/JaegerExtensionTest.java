package io.agenticraft.acceptance.jaeger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs small test classes through JUnit itself, with and without a Jaeger. */
class JaegerExtensionTest {

    private static final AtomicInteger OPENED = new AtomicInteger();
    private static final AtomicInteger CLOSED = new AtomicInteger();

    @Test
    void none_skipsEverything() {
        TestExecutionSummary summary = run(Wanted.class);

        assertEquals(0, summary.getTestsStartedCount());
        assertEquals(1, summary.getContainersSkippedCount());
        assertEquals(0, summary.getTotalFailureCount());
    }

    @Test
    void none_failsWhereOneIsRequired() {
        TestExecutionSummary summary = run(Required.class);

        assertEquals(1, summary.getTotalFailureCount());
        String message =
                String.valueOf(summary.getFailures().get(0).getException().getMessage());
        assertTrue(message.startsWith("jaeger.required=true. No Jaeger for the tests."), message);
    }

    @Test
    void one_isSharedAndClosedAtTheEnd() {
        OPENED.set(0);
        CLOSED.set(0);

        TestExecutionSummary summary = run(Present.class, PresentToo.class);

        assertEquals(2, summary.getTestsSucceededCount());
        assertEquals(0, summary.getTotalFailureCount());
        assertEquals(1, OPENED.get());
        assertEquals(1, CLOSED.get());
    }

    private static TestExecutionSummary run(Class<?>... classes) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(List.of(classes).stream()
                        .map(DiscoverySelectors::selectClass)
                        .toList())
                .build();
        LauncherFactory.create().execute(request, listener);
        return listener.getSummary();
    }

    private static Opening counted() {
        OPENED.incrementAndGet();
        Jaeger jaeger = new Jaeger() {
            @Override
            public Endpoints endpoints() {
                return Endpoints.of("localhost", 1, 2, 3, 4);
            }

            @Override
            public void close() {
                CLOSED.incrementAndGet();
            }
        };
        return new Opening(jaeger, "");
    }

    // Not found by name, so that only this test runs them.

    static class Wanted {
        @RegisterExtension
        static final JaegerExtension EXTENSION = new JaegerExtension(() -> Opening.first(List.of()), false);

        @Test
        void endpoints(Jaeger jaeger) {
            assertEquals(1, jaeger.endpoints().query().getPort());
        }
    }

    static class Required {
        @RegisterExtension
        static final JaegerExtension EXTENSION = new JaegerExtension(() -> Opening.first(List.of()), true);

        @Test
        void endpoints(Jaeger jaeger) {
            assertEquals(1, jaeger.endpoints().query().getPort());
        }
    }

    static class Present {
        @RegisterExtension
        static final JaegerExtension EXTENSION = new JaegerExtension(JaegerExtensionTest::counted, true);

        @Test
        void endpoints(Jaeger jaeger) {
            assertEquals(1, jaeger.endpoints().query().getPort());
        }
    }

    static class PresentToo {
        @RegisterExtension
        static final JaegerExtension EXTENSION = new JaegerExtension(JaegerExtensionTest::counted, true);

        @Test
        void endpoints(Jaeger jaeger) {
            assertEquals(1, jaeger.endpoints().query().getPort());
        }
    }
}
