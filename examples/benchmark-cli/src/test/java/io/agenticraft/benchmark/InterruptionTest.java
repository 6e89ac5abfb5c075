package io.agenticraft.benchmark;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InterruptionTest {
    @Test
    void end_isHeldBackUntilAllIsSaid() throws Exception {
        Interruption interruption = new Interruption();
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> {
            interruption.interruptAndWait();
            ended.countDown();
        });
        hook.start();
        while (!interruption.getAsBoolean()) {
            Thread.onSpinWait();
        }
        assertFalse(ended.await(50, TimeUnit.MILLISECONDS), "it did not wait");
        interruption.close();
        assertTrue(ended.await(10, TimeUnit.SECONDS), "it waits still");
    }

    @Test
    void normalEnd_waitsForNobody() throws Exception {
        Interruption interruption = new Interruption();
        interruption.close();
        Thread hook = new Thread(interruption::interruptAndWait);
        hook.start();
        hook.join(10_000);
        assertFalse(hook.isAlive());
    }
}
