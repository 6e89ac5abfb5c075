package io.agenticraft.acceptance.jaeger;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class OpeningTest {

    private final Jaeger jaeger = new RunningJaeger(Endpoints.of("localhost", 1, 2, 3, 4));

    @Test
    void none_skipsAndSaysHowToGetOne() {
        TestAbortedException e = assertThrows(TestAbortedException.class, () -> Opening.first(List.of(), false));
        String message = String.valueOf(e.getMessage());
        assertTrue(message.contains("deploy/jaeger/install.sh"), message);
        assertTrue(message.contains("JAEGER_QUERY_URL"), message);
        assertTrue(message.contains("jaegertracing/jaeger:2.13.0"), message);
    }

    @Test
    void none_failsWhereOneIsRequired() {
        AssertionFailedError e = assertThrows(AssertionFailedError.class, () -> Opening.first(List.of(), true));
        assertTrue(String.valueOf(e.getMessage()).startsWith("jaeger.required=true. No Jaeger for the tests."));
    }

    @Test
    void candidateThatFails_isFollowedByTheNext() {
        assertSame(jaeger, Opening.first(List.of(new Broken("no image"), new Working(jaeger)), true));
    }

    @Test
    void candidateThatStarts_isTheLastOneTried() {
        assertSame(jaeger, Opening.first(List.of(new Working(jaeger), new Broken("never asked")), true));
    }

    @Test
    void everyFailure_isNamed() {
        AssertionFailedError e = assertThrows(
                AssertionFailedError.class,
                () -> Opening.first(List.of(new Broken("no image"), new Broken("no port")), true));
        String message = String.valueOf(e.getMessage());
        assertTrue(message.contains("Tried broken: java.io.IOException: no image"), message);
        assertTrue(message.contains("Tried broken: java.io.IOException: no port"), message);
    }

    private record Working(Jaeger jaeger) implements JaegerSource {
        @Override
        public String describe() {
            return "working";
        }

        @Override
        public Jaeger start() {
            return jaeger;
        }
    }

    private record Broken(String reason) implements JaegerSource {
        @Override
        public String describe() {
            return "broken";
        }

        @Override
        public Jaeger start() throws IOException {
            throw new IOException(reason);
        }
    }
}
