package io.agenticraft.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agenticraft.provider.ProviderException;
import io.agenticraft.testing.Check;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class CombinedFailureTest {
    private final Bench bench = new Bench();

    @Test
    void lastFailure_tellsOfAllBefore() {
        ProviderException first = Fails.overloaded();
        ProviderException second = Fails.rateLimit(null);
        ProviderException last = Fails.authentication();
        bench.a.thenFail(first).thenFail(second);
        bench.b.thenFail(last);
        Throwable thrown = bench.failure(bench.complete(bench.toB().retriesPerTarget(1)));
        assertSame(last, thrown);
        assertEquals(
                "3 attempts failed: [1] FIRST at a:model-a after 0 ms: OverloadedException (529 overloaded_error);"
                        + " [2] RETRY at a:model-a after 0 ms: RateLimitException (429 rate_limit_exceeded);"
                        + " [3] FALLBACK at b:model-b after 0 ms: AuthenticationException (401 invalid_api_key)",
                thrown.getSuppressed()[0].getMessage());
        assertEquals(List.of(first, second), List.of(thrown.getSuppressed()).subList(1, 3));
    }

    @Test
    void onlyFailure_isLeftAsItIs() {
        ProviderException failure = Fails.quota();
        bench.a.thenFail(failure);
        assertEquals(0, bench.failure(bench.complete(bench.failover())).getSuppressed().length);
    }

    @Test
    void summary_holdsNoForeignWords() {
        bench.a.thenFail(Fails.server()).thenFail(new IllegalStateException("sk-secret"));
        Throwable thrown = bench.failure(bench.complete(bench.failover()));
        Check.containsNot("sk-secret", thrown.getSuppressed()[0].getMessage());
        Check.contains(
                "[2] RETRY at a:model-a after 0 ms: IllegalStateException", thrown.getSuppressed()[0].getMessage());
    }

    @Test
    void exceptionThatIsReused_doesNotGrow() {
        ProviderException shared = Fails.server();
        for (int i = 0; i < 30; i++) {
            bench.a.thenFail(shared);
        }
        for (int i = 0; i < 10; i++) {
            assertSame(shared, bench.failure(bench.complete(bench.failover())));
        }
        assertEquals(0, shared.getSuppressed().length);
    }

    @Test
    void exceptionsThatAreReusedInTurn_neverContainThemselves() {
        ProviderException one = Fails.quota();
        ProviderException two = Fails.notFound();
        bench.a.thenFail(one).thenFail(two).thenFail(one).thenFail(two);
        bench.b.thenFail(two).thenFail(one).thenFail(two).thenFail(one);
        for (int i = 0; i < 4; i++) {
            bench.failure(bench.complete(bench.toB()));
        }
        assertTrue(one.getSuppressed().length <= 2 && two.getSuppressed().length <= 2);
        StringWriter trace = new StringWriter();
        one.printStackTrace(new PrintWriter(trace, true));
        two.printStackTrace(new PrintWriter(trace, true));
        Check.containsNot("CIRCULAR REFERENCE", trace.toString());
    }
}
