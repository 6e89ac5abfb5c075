package io.agenticraft.cache;

import java.util.concurrent.atomic.AtomicInteger;

/** Takes a step whenever something has changed, never two at once: who comes while a step is taken has it taken again. */
final class Serial {
    private final AtomicInteger changes = new AtomicInteger();
    private final Runnable step;

    Serial(Runnable step) {
        this.step = step;
    }

    void changed() {
        if (changes.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            step.run();
            seen = changes.addAndGet(-seen);
        } while (seen != 0);
    }
}
