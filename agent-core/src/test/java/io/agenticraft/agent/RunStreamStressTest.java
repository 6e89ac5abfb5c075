package io.agenticraft.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A producer, a subscriber and somebody who asks for more, all at once. */
class RunStreamStressTest {
    private static final int PIECES = 5_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void demandFromAnotherThread_losesAndReordersNothing(long seed) throws Exception {
        HeldStream stream = new HeldStream();
        Probe probe = new Probe(1);
        Agents.on(stream).build().stream("hi").subscribe(probe);
        Thread producer = new Thread(() -> {
            for (int i = 0; i < PIECES; i++) {
                while (stream.isHeld()) {
                    Thread.onSpinWait();
                }
                stream.push(i + " ");
            }
            stream.finish();
        });
        producer.start();
        Random random = new Random(seed);
        while (!probe.ended()) {
            probe.subscription().request(1 + random.nextInt(50));
            Thread.sleep(0, 1_000);
        }
        producer.join();
        assertTrue(probe.completed);
        assertEquals(List.of(), probe.breaches);
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < PIECES; i++) {
            expected.append(i).append(' ');
        }
        assertEquals(expected.toString(), probe.text());
    }
}
