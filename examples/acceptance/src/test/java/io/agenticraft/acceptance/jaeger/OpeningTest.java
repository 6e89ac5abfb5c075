package io.agenticraft.acceptance.jaeger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OpeningTest {

    private final Jaeger jaeger = new RunningJaeger(Endpoints.of("localhost", 1, 2, 3, 4));

    @Test
    void none_saysHowToGetOne() {
        Opening opening = Opening.first(List.of());

        assertNull(opening.jaeger());
        assertTrue(opening.message().contains("deploy/jaeger/install.sh"), opening.message());
        assertTrue(opening.message().contains("JAEGER_QUERY_URL"), opening.message());
        assertTrue(opening.message().contains("jaegertracing/jaeger:2.13.0"), opening.message());
    }

    @Test
    void candidateThatFails_isFollowedByTheNext() {
        assertSame(
                jaeger,
                Opening.first(List.of(new Broken("no image"), new Working(jaeger)))
                        .jaeger());
    }

    @Test
    void candidateThatStarts_isTheLastOneTried() {
        AtomicInteger asked = new AtomicInteger();
        JaegerSource counted = new Working(jaeger) {
            @Override
            public Jaeger start() {
                asked.incrementAndGet();
                return super.start();
            }
        };

        assertSame(jaeger, Opening.first(List.of(counted, counted)).jaeger());
        assertEquals(1, asked.get());
    }

    @Test
    void everyFailure_isNamed() {
        String message = Opening.first(List.of(new Broken("no image"), new Broken("no port")))
                .message();

        assertTrue(message.contains("Tried broken: java.io.IOException: no image"), message);
        assertTrue(message.contains("Tried broken: java.io.IOException: no port"), message);
    }

    @Test
    void close_closesTheJaeger() {
        AtomicInteger closed = new AtomicInteger();
        Jaeger counted = new Jaeger() {
            @Override
            public Endpoints endpoints() {
                return jaeger.endpoints();
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };

        Opening.first(List.of(new Working(counted))).close();
        Opening.first(List.of()).close();

        assertEquals(1, closed.get());
    }

    private static class Working implements JaegerSource {

        private final Jaeger jaeger;

        Working(Jaeger jaeger) {
            this.jaeger = jaeger;
        }

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
