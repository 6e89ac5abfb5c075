package io.agenticraft.javaagent.propagate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HandoffTest {
    private final Handoff handoff = new Handoff();
    private final FakeCourier courier = new FakeCourier();
    private final FakeCourier other = new FakeCourier();
    private final List<@Nullable String> seen = new ArrayList<>();

    @SuppressWarnings("UnnecessaryLambda") // its identity matters
    private final Runnable task = () -> seen.add(courier.current);

    HandoffTest() {
        handoff.add(courier);
        handoff.add(other);
    }

    @Test
    void run_afterCapture_isInThatContext() {
        courier.current = "a";
        handoff.capture(task);
        courier.current = null;

        handoff.run(task);
        handoff.run(task);

        assertEquals("a", seen.get(0));
        assertNull(seen.get(1));
        assertNull(courier.current);
    }

    @Test
    void run_thatThrows_restoresAndThrowsTheSame() {
        IllegalStateException failure = new IllegalStateException("mine");
        Runnable failing = () -> {
            throw failure;
        };
        courier.current = "a";
        handoff.capture(failing);
        courier.current = "b";

        assertSame(failure, assertThrows(IllegalStateException.class, () -> handoff.run(failing)));
        assertEquals("b", courier.current);
    }

    @Test
    void capture_takesTheContextsOfAllApis() {
        courier.current = "a";
        other.current = "b";
        handoff.capture(task);
        courier.current = null;
        other.current = null;

        Snapshot.Entered entered = handoff.enter(task);

        assertEquals("a", courier.current);
        assertEquals("b", other.current);
        handoff.leave(entered);
        assertNull(courier.current);
        assertNull(other.current);
    }

    @Test
    void wrap_withoutContext_isTheTaskItself() {
        assertSame(task, handoff.wrap(task));

        courier.current = "a";
        Runnable wrapped = handoff.wrap(task);
        courier.current = null;

        Objects.requireNonNull(wrapped).run();
        assertEquals("a", seen.get(0));
    }

    @Test
    void forget_dropsTheContext() {
        courier.current = "a";
        handoff.capture(task);
        handoff.forget(task);
        courier.current = null;

        handoff.run(task);

        assertNull(seen.get(0));
    }

    @Test
    void stage_withoutExecutor_isNotCaptured() {
        courier.current = "a";
        handoff.captureStage(task, null);

        assertNull(handoff.enter(task));

        handoff.captureStage(task, "an executor");
        assertNotNull(handoff.enter(task));
    }

    @Test
    void brokenCourier_neverHarmsTheTask() {
        courier.breakDown();

        handoff.capture(task);
        assertSame(task, handoff.wrap(task));
        handoff.run(task);

        assertEquals(1, seen.size());
    }
}
