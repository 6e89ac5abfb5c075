package io.agenticraft.redis;

import java.util.ArrayList;
import java.util.List;

/** Whether commands can be sent. */
sealed interface State {

    /** A connection stands. */
    record Ready(Link link) implements State {}

    /** A connection is being opened, for the first time: commands wait for it as long as they may. */
    record Opening(List<Call> waiting) implements State {
        Opening() {
            this(new ArrayList<>());
        }
    }

    /** A connection is being opened after a failure: nobody waits for it. */
    record Reopening(String why) implements State {}

    /** The server failed and is left alone until the clock says so. */
    record Resting(long untilNanos, String why) implements State {}

    /** For good. */
    record Closed() implements State {}
}
