package io.agenticraft.agent;

import io.agenticraft.model.Message;
import java.util.List;
import java.util.concurrent.Flow;

/** A run that begins with its subscriber's first demand. */
final class RunPublisher implements Flow.Publisher<RunEvent> {
    private final Agent agent;
    private final List<Message> input;
    private final RunOptions options;

    RunPublisher(Agent agent, List<Message> input, RunOptions options) {
        this.agent = agent;
        this.input = List.copyOf(input);
        this.options = options;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super RunEvent> subscriber) {
        new RunSubscription(sink -> agent.start(input, options, sink), agent.executor(), subscriber).open();
    }
}
