package io.agenticraft.simulator;

import java.time.Instant;
import java.util.List;

/** Answers to write, without a model or a server. */
final class Turns {

    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final Answer.Invocation FIRST = new Answer.Invocation("id_1", "get_weather", "{\"city\":\"Oslo\"}");
    static final Answer.Invocation SECOND = new Answer.Invocation("id_2", "now", "{}");

    private Turns() {}

    static Call call(boolean usage, int choices) {
        return new Call(
                "gpt-4o-mini",
                true,
                usage,
                choices,
                false,
                new Call.Conversation("Hello", List.of(), 10),
                Call.Toolbox.EMPTY,
                Call.Form.PROSE,
                new Call.Limits(100, List.of()));
    }

    static Dialect.Turn of(Call call, Answer answer) {
        return new Dialect.Turn(call, answer, "ID", NOW, 2_000, 5_000);
    }

    static Answer text(String... tokens) {
        return new Answer(
                List.of(),
                List.of(tokens),
                List.of(),
                Answer.Finish.END,
                null,
                new Answer.Usage(10, 4, tokens.length, 0));
    }

    static Answer thoughtful(String thought, String text) {
        return new Answer(
                List.of(thought), List.of(text), List.of(), Answer.Finish.LENGTH, null, new Answer.Usage(10, 0, 2, 1));
    }

    static Answer tools(Answer.Invocation... invocations) {
        return new Answer(
                List.of(), List.of(), List.of(invocations), Answer.Finish.TOOLS, null, new Answer.Usage(10, 0, 20, 0));
    }

    /** The whole stream as text. */
    static String stream(Dialect dialect, Call call, Answer answer) {
        Frames frames = new Frames();
        dialect.stream(of(call, answer), frames);
        return frames.text().toString();
    }
}
