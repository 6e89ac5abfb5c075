package io.agenticraft.policy;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class CausesTest {
    private final IllegalStateException failure = new IllegalStateException("broken");

    @Test
    void wrappedFailure_isTakenOutOfAllThatIsAroundIt() {
        assertSame(failure, Causes.of(new CompletionException(failure)));
        assertSame(failure, Causes.of(new ExecutionException(new CompletionException(failure))));
    }

    @Test
    void plainFailure_isItself_evenWithACauseOfItsOwn() {
        IllegalStateException caused = new IllegalStateException("outer", failure);
        assertSame(caused, Causes.of(caused));
        assertSame(caused, Causes.ofNullable(new CompletionException(caused)));
    }

    @Test
    void wrapperWithoutACause_isItself() {
        CompletionException empty = new CompletionException("nothing inside", null);
        assertSame(empty, Causes.of(empty));
    }

    @Test
    void nothing_hasNoCause() {
        assertNull(Causes.ofNullable(null));
    }
}
