package io.agenticraft.redis;

import java.util.concurrent.atomic.LongAdder;

/** Counts what {@link RedisStatistics} tells. */
final class Counters {
    private final LongAdder answered = new LongAdder();
    private final LongAdder timeouts = new LongAdder();
    private final LongAdder connectionFailures = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder notAsked = new LongAdder();
    private final LongAdder connects = new LongAdder();
    private final LongAdder rests = new LongAdder();

    void answered() {
        answered.increment();
    }

    void failed(RedisException.Kind kind) {
        switch (kind) {
            case TIMEOUT -> timeouts.increment();
            case CONNECTION -> connectionFailures.increment();
            case REFUSED -> refused.increment();
            case NOT_ASKED, OVERLOADED, CLOSED -> notAsked.increment();
        }
    }

    void connected() {
        connects.increment();
    }

    void rested() {
        rests.increment();
    }

    RedisStatistics snapshot(boolean connected) {
        return new RedisStatistics(
                answered.sum(),
                timeouts.sum(),
                connectionFailures.sum(),
                refused.sum(),
                notAsked.sum(),
                connects.sum(),
                rests.sum(),
                connected);
    }
}
