package io.agenticraft.policy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SchedulerTest {

    @Test
    void task_runsOnADaemonThread() throws Exception {
        CountDownLatch ran = new CountDownLatch(1);
        AtomicBoolean daemon = new AtomicBoolean();
        Scheduler.system()
                .schedule(
                        () -> {
                            daemon.set(Thread.currentThread().isDaemon());
                            ran.countDown();
                        },
                        Duration.ofMillis(1));
        assertTrue(ran.await(10, TimeUnit.SECONDS));
        assertTrue(daemon.get());
    }

    @Test
    void taskCalledOff_doesNotRun() throws Exception {
        AtomicBoolean ran = new AtomicBoolean();
        CountDownLatch later = new CountDownLatch(1);
        Runnable callOff = Scheduler.system().schedule(() -> ran.set(true), Duration.ofMillis(50));
        callOff.run();
        Scheduler.system().schedule(later::countDown, Duration.ofMillis(100));
        assertTrue(later.await(10, TimeUnit.SECONDS));
        assertFalse(ran.get());
    }
}
