package io.agenticraft.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.model.ModelRequest;
import io.agenticraft.model.ModelResponse;
import io.agenticraft.provider.EventSink;
import io.agenticraft.provider.ModelProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CallScopeTest {
    private static final ModelRequest REQUEST = ModelRequest.builder("m").build();

    private final List<CallScope> seen = new ArrayList<>();

    @Test
    void none_hasNobodyAndNoLimit() {
        CallScope none = CallScope.none();
        assertNull(none.agent());
        assertNull(none.tenant());
        assertNull(none.conversationId());
        assertEquals(Attempt.first(), none.attempt());
        assertTrue(none.remaining().compareTo(Duration.ofDays(300)) > 0);
    }

    @Test
    void remaining_countsDownAndBelowZero() {
        AtomicLong now = new AtomicLong(100);
        CallScope scope = CallScope.builder().deadline(350, now::get).build();
        assertEquals(Duration.ofNanos(250), scope.remaining());
        now.set(400);
        assertTrue(scope.remaining().isNegative());
    }

    @Test
    void attempt_isTheOnlyThingThatDiffersInADerivedScope() {
        CallScope scope = CallScope.builder()
                .agent("a")
                .tenant("t")
                .conversationId("c")
                .deadline(9, () -> 4)
                .build();
        CallScope second = scope.with(new Attempt(2, Attempt.Reason.RETRY));
        assertEquals(2, second.attempt().number());
        assertEquals(1, scope.attempt().number());
        assertEquals("a", second.agent());
        assertEquals("t", second.tenant());
        assertEquals("c", second.conversationId());
        assertEquals(scope.remaining(), second.remaining());
    }

    @Test
    void attemptNumberedZero_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Attempt(0, Attempt.Reason.RETRY));
    }

    @Test
    void wireClient_isDecoratedForTheScope() {
        ModelProvider wire = new Silent();
        ModelProvider decorated = new Silent();
        CallScope scope = CallScope.builder()
                .decorator((provider, in) -> {
                    assertSame(wire, provider);
                    seen.add(in);
                    return decorated;
                })
                .build();
        assertSame(decorated, scope.bind(wire));
        assertSame(scope, seen.get(0));
    }

    @Test
    void policies_learnTheScopeDownToTheWire() {
        List<Attempt> atTheWire = new ArrayList<>();
        CallScope scope = CallScope.builder()
                .agent("a")
                .decorator((provider, in) -> {
                    atTheWire.add(in.attempt());
                    return provider;
                })
                .build();
        Attempt hedge = new Attempt(3, Attempt.Reason.HEDGE);
        var unused =
                scope.with(hedge).bind(new Noting(new Noting(new Silent()))).complete(REQUEST);
        assertEquals(List.of(hedge), atTheWire);
        assertEquals(2, seen.size());
        assertEquals("a", seen.get(1).agent());
    }

    @Test
    void policyCalledDirectly_actsForNobody() {
        Noting policy = new Noting(new Silent());
        assertEquals("silent", policy.name());
        assertNull(policy.endpoint());
        var unused = policy.complete(REQUEST);
        var unusedToo = policy.stream(REQUEST, event -> {});
        assertEquals(List.of(CallScope.none(), CallScope.none()), seen);
    }

    @Test
    void policyThatIsClosed_closesItsProvider() {
        Silent wire = new Silent();
        assertFalse(wire.closed);
        new Noting(wire).close();
        assertTrue(wire.closed);
    }

    @Test
    void observerThatThrows_isHeardByOthersAllTheSame() {
        List<CallEvent> heard = new ArrayList<>();
        CallObserver broken = event -> {
            throw new AssertionError("broken");
        };
        CallScope scope =
                CallScope.builder().observer(broken.andThen(heard::add)).build();
        CallEvent event = new CallEvent.TargetSkipped("a:m", "why");
        scope.tell(event);
        scope.observed(broken, CallDecorator.none()).tell(event);
        assertEquals(List.of(event, event), heard);
    }

    @Test
    void observerThatThrows_harmsNobody() {
        CallEvent event = new CallEvent.CacheHit("a:b", CallEvent.CacheLevel.LOCAL);
        List<CallEvent> heard = new ArrayList<>();
        CallScope scope = CallScope.builder()
                .observer(e -> {
                    heard.add(e);
                    throw new IllegalStateException("broken");
                })
                .build();
        scope.tell(event);
        assertEquals(List.of(event), heard);
    }

    private final class Noting extends ScopedProvider {
        Noting(ModelProvider next) {
            super(next);
        }

        @Override
        protected ModelProvider in(CallScope scope) {
            seen.add(scope);
            return scope.bind(next());
        }
    }

    private static final class Silent implements ModelProvider {
        private boolean closed;

        @Override
        public String name() {
            return "silent";
        }

        @Override
        public CompletableFuture<ModelResponse> complete(ModelRequest request) {
            return new CompletableFuture<>();
        }

        @Override
        public CompletableFuture<ModelResponse> stream(ModelRequest request, EventSink sink) {
            return new CompletableFuture<>();
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
