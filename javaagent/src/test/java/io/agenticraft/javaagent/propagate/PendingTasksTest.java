package io.agenticraft.javaagent.propagate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class PendingTasksTest {
    private final PendingTasks pending = new PendingTasks();
    private final Snapshot first = snapshot();
    private final Snapshot second = snapshot();

    @Test
    void take_isOnce() {
        Runnable task = () -> {};
        pending.put(task, first);

        assertSame(first, pending.take(task));
        assertNull(pending.take(task));
        assertEquals(0, pending.size());
    }

    @Test
    void task_handedOverRepeatedly_givesItsContextsInOrder() {
        Runnable task = () -> {};
        pending.put(task, first);
        pending.put(task, Snapshot.EMPTY);
        pending.put(task, second);

        assertSame(first, pending.take(task));
        assertSame(Snapshot.EMPTY, pending.take(task));
        assertSame(second, pending.take(task));
        assertNull(pending.take(task));
    }

    @Test
    void future_keepsItsFirstContext() {
        FutureTask<String> task = new FutureTask<>(() -> "");
        pending.put(task, first);
        pending.put(task, second);
        pending.put(task, Snapshot.EMPTY);

        assertSame(first, pending.take(task));
        assertNull(pending.take(task));
    }

    @Test
    void emptyContext_isNotRemembered() {
        pending.put("task", Snapshot.EMPTY);

        assertEquals(0, pending.size());
    }

    @Test
    void equalTasks_areNotTheSame() {
        String one = new String(new char[] {'x'});
        String other = new String(new char[] {'x'});
        pending.put(one, first);

        assertNull(pending.take(other));
        assertSame(first, pending.take(one));
    }

    @Test
    void collectedTask_isForgotten() {
        pending.put(new Object(), first);
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (pending.size() > 0 && System.nanoTime() < deadline) {
            System.gc();
            Thread.onSpinWait();
        }

        assertEquals(0, pending.size());
    }

    private static Snapshot snapshot() {
        return new Snapshot(new FakeCourier(), "context", Snapshot.EMPTY);
    }
}
